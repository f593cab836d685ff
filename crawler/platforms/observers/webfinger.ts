import { z } from "zod";
import type { Effects } from "../../effects.ts";
import type { Observer } from "../platform.ts";
import { laneOf } from "./lane.ts";
import { type Answer, jsonAnswer } from "./responses.ts";
import { list, text } from "./tolerant.ts";

const Descriptor = z.object({ links: list(z.object({ rel: z.string(), type: text, href: text })) });

/**
 * The ActivityPub actor behind `user@host`, wherever its server is: the name's host need not be the one that serves it.
 *
 * @returns its URL
 * @see RFC 7033
 */
export async function actorOf(acct: string, observer: Observer, effects: Effects): Promise<Answer<string>> {
  const host = acct.split("@")[1] ?? "";
  const query = new URLSearchParams({ resource: `acct:${acct}` });
  const url = `https://${host}/.well-known/webfinger?${query}`;
  const answer = jsonAnswer(await effects.fetch({ url, kind: "api", ...laneOf(observer) }), Descriptor);
  if (answer.failure) return answer;
  const self = answer.data.links.find(
    ({ rel, type, href }) => rel === "self" && /activity\+json|ld\+json/.test(type ?? "") && isWebUrl(href),
  );
  return self?.href
    ? { data: self.href, failure: null }
    : { data: null, failure: { status: "error", reason: "no_actor" } };
}

const isWebUrl = (href: string | null) => z.url({ protocol: /^https$/ }).safeParse(href).success;
