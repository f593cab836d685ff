import type { z } from "zod";
import type { Effects, WebRequest, WebResponse } from "../../effects.ts";
import type { Observer } from "../platform.ts";
import { laneOf } from "./lane.ts";
import type { Failure } from "./observation.ts";
import { type Answer, jsonAnswer } from "./responses.ts";

/** One request to a platform's official interface with the user's own token. */
export interface TokenRequest<T> {
  observer: Observer;
  /** Never holds the token: addresses are written into the ledger of requests. */
  url: string;
  /** The name of the token and how it is sent. */
  token: { name: string; header: string; scheme: "" | "Bearer " };
  schema: z.ZodType<T>;
  /** What is read of an answer, errors included; see `readsOf`. */
  reads: NonNullable<WebRequest["reads"]>;
  /** What the platform's own error says; null where the answer's status says all. */
  refusalOf(response: WebResponse): Failure | null;
  /** What the answer used up of what the platform bills or meters. */
  spent(data: T): { unit: string; units: number };
}

/** Asks, waits once where the platform says until when, and tells what the answer cost. Refusals cost nothing. */
export async function askWithToken<T>(request: TokenRequest<T>, effects: Effects): Promise<Answer<T>> {
  const { observer, url, token, schema, reads, refusalOf, spent } = request;
  const value = effects.token(token.name);
  if (value === null) return { data: null, failure: { status: "token_required", reason: "no_token" } };
  const headers = { [token.header]: token.scheme + value };
  const ask = () =>
    effects.fetch({ url, kind: "api", reads, headers, isUnderTerms: true, ...laneOf(observer) });
  let response = await ask();
  const waitMs = msUntilReset(response);
  if (waitMs > 0 && waitMs <= longestWaitMs) {
    const seconds = Math.ceil(waitMs / 1_000);
    effects.emit({ type: "note", text: `${observer.name}: the limit is reached; going on in ${seconds} s` });
    await effects.sleep(waitMs);
    response = await ask();
  }
  const failure = refusalOf(response);
  if (failure) return { data: null, failure };
  const answer = jsonAnswer(response, schema);
  if (answer.data !== null) {
    effects.emit({ type: "spent", spending: { observer: observer.name, ...spent(answer.data) } });
  }
  return answer;
}

/** X's windows are 15 minutes long; a longer wait is left to the user, who runs the same command again. */
const longestWaitMs = 16 * 60_000;

/** Milliseconds until the window of a rate limit ends, by the server's header in seconds since 1970; 0 where none is told. */
function msUntilReset({ status, headers, finishedAt }: WebResponse): number {
  const reset = Number(headers["x-rate-limit-reset"]);
  return status === 429 && reset > 0 ? Math.max(0, reset * 1_000 - Date.parse(finishedAt)) + 1_000 : 0;
}
