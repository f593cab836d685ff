import { z } from "zod";
import { type SeenAnswer, siteOutcomes, type Transcript } from "../../datasets/schema.ts";
import type { AuditEvent, Effects, Rendering, WebRequest, WebResponse } from "../effects.ts";
import { withoutCredentials } from "./credentials.ts";
import type { StoredAnswer } from "./stored.ts";

/** What a replay answers from, and whom it tells. */
export interface ReplayOptions {
  /** Reads what a place of the evidence holds. */
  read: (place: NonNullable<SeenAnswer["place"]>) => Promise<StoredAnswer>;
  /** What the clock says where the transcript holds no instant. */
  now: string;
  emit: (event: AuditEvent) => void;
  /** Told of every request that was not made then. */
  onMissing: () => void;
}

/** Reason of every answer that a replay cannot give: it asks nobody. */
export const notInEvidence = "not_in_evidence";

/**
 * The world as one step of an audit saw it. There is no network behind it: what the step did not ask then is a failure that says so.
 */
export function replaying(
  { answers, instants, sitemaps, tokens }: Transcript,
  options: ReplayOptions,
): Effects {
  const waiting = answersByRequest(answers);
  const clock = [...instants];
  let last = instants.at(-1) ?? options.now;
  const next = (kind: string, url: string) => waiting.get(`${kind} ${withoutCredentials(url)}`)?.shift();
  return {
    async fetch(request) {
      const seen = next(request.kind, request.url);
      if (seen !== undefined) return await responseOf(seen, request.url, options);
      options.onMissing();
      return missing(request, last);
    },
    async render({ page }): Promise<Rendering> {
      const seen = next("rendered", page.url);
      if (seen === undefined || seen.place === null) return renderFailure(seen?.outcome);
      return { ...(await responseOf(seen, page.requestedUrl, options)), status: page.status };
    },
    sitemaps: async (url) => sitemaps.find((each) => each.url === url)?.found ?? [],
    now() {
      last = clock.shift() ?? last;
      return last;
    },
    sleep: async () => undefined,
    token: (name) => (tokens.includes(name) ? "replayed" : null),
    emit: options.emit,
  };
}

function answersByRequest(answers: readonly SeenAnswer[]): Map<string, SeenAnswer[]> {
  const waiting = new Map<string, SeenAnswer[]>();
  for (const answer of answers) {
    const key = `${answer.kind} ${answer.request}`;
    waiting.set(key, [...(waiting.get(key) ?? []), answer]);
  }
  return waiting;
}

const Outcome = z.enum(["ok", ...siteOutcomes]).exclude(["visited", "partial", "not_eligible", "no_website"]);

async function responseOf(
  seen: SeenAnswer,
  requestedUrl: string,
  { read }: ReplayOptions,
): Promise<WebResponse> {
  const { url, outcome, reason, status, startedAt, finishedAt, sent, place, trail } = seen;
  const stored = place && status !== null ? await read(place) : { headers: {}, body: new Uint8Array(0) };
  return {
    requestedUrl,
    url,
    outcome: Outcome.parse(outcome),
    ...{ reason, status, startedAt, finishedAt },
    headers: stored.headers,
    body: stored.body,
    ...(sent === undefined ? {} : { sent }),
    ...(place && { evidence: place }),
    ...(trail && { trail }),
  };
}

function missing({ url }: WebRequest, at: string): WebResponse {
  const nothing = { status: null, headers: {}, body: new Uint8Array(0), sent: false };
  const times = { startedAt: at, finishedAt: at };
  return { requestedUrl: url, url, outcome: "connect_error", reason: notInEvidence, ...nothing, ...times };
}

const renderFailure = (word: string | undefined) => (word === "page_failed" ? word : "needs_browser");
