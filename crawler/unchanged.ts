import type { PageCapture, SiteVisit } from "../datasets/schema.ts";
import type { WebResponse } from "./effects.ts";

/** Pages that an earlier audit captured, by the URL that answered. */
export type KnownPages = ReadonlyMap<string, PageCapture>;

/** Reasons of a partial visit whose pages were chosen and read as those of a whole one. */
const soundReasons: readonly (string | null)[] = ["page_failed", "budget"];

/** Pages of an earlier visit that can be asked whether they have changed. None where the visit did not read the site. */
export function knownPages(visit: SiteVisit | null): KnownPages {
  const isSound =
    visit?.outcome === "visited" || (visit?.outcome === "partial" && soundReasons.includes(visit.reason));
  const captures = isSound ? visit.captures : [];
  const known = captures.filter(
    ({ outcome, via, etag, lastModified }) =>
      outcome === "visited" && via === "http" && (etag !== null || lastModified !== null),
  );
  return new Map(known.map((capture) => [capture.url, capture]));
}

/** Headers that ask for a page only if it has changed (RFC 9110, section 13.1). */
export function conditionsOf({ etag, lastModified }: PageCapture): Record<string, string> {
  return {
    ...(etag === null ? {} : { "if-none-match": etag }),
    ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
  };
}

/** What an answer gives to ask by next time. Null where there is nothing, or nothing that could be sent back. */
export function validatorsOf({ headers }: WebResponse): Pick<PageCapture, "etag" | "lastModified"> {
  const sendable = (value = "") => (/^[\x21-\x7e][\x20-\x7e]{0,199}$/.test(value) ? value : null);
  return { etag: sendable(headers["etag"]), lastModified: sendable(headers["last-modified"]) };
}

/** The capture of a page that answered 304: what was captured then, seen again now. */
export function seenAgain(known: PageCapture, answer: WebResponse): PageCapture {
  const { etag, lastModified } = validatorsOf(answer);
  return {
    ...known,
    capturedAt: answer.finishedAt,
    etag: etag ?? known.etag,
    lastModified: lastModified ?? known.lastModified,
    unchangedSince: known.unchangedSince ?? known.capturedAt,
  };
}

/** Pages beside the start page that an earlier visit asked for. */
export function pagesBefore({ captures }: SiteVisit): string[] {
  return captures.slice(1).flatMap((capture) => (isUnlinkedFeed(capture) ? [] : [capture.requestedUrl]));
}

/** The feed that an earlier visit found without a link to it; what it holds is read when it is observed. */
export function feedBefore({ captures }: SiteVisit, captureId: string): PageCapture | null {
  const found = captures.find(isUnlinkedFeed);
  if (found === undefined) return null;
  return { ...found, captureId, unchangedSince: found.unchangedSince ?? found.capturedAt };
}

const isUnlinkedFeed = ({ declares }: PageCapture) =>
  declares.some(({ kind, context }) => kind === "feed" && context.includes("unlinked"));
