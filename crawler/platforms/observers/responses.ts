import type { z } from "zod";
import type { WebResponse } from "../../effects.ts";
import { decodePage } from "../../extract/decode.ts";
import type { Failure } from "./observation.ts";

/** What was asked for, or why it is not there. */
export type Answer<T> = { data: T; failure: null } | { data: null; failure: Failure };

/** The data of an answer, as far as the schema knows it; a body that does not fit is `malformed`. */
export function jsonAnswer<T>(response: WebResponse, schema: z.ZodType<T>): Answer<T> {
  const failure = failureOf(response);
  if (failure) return { data: null, failure };
  const parsed = schema.safeParse(jsonOf(response));
  return parsed.success
    ? { data: parsed.data, failure: null }
    : { data: null, failure: { status: "error", reason: "malformed" } };
}

/** The body as JSON; undefined when it is none, as the HTML of a firewall or another program. */
export function jsonOf(response: Pick<WebResponse, "body" | "headers">): unknown {
  try {
    return JSON.parse(textOf(response));
  } catch {
    return undefined;
  }
}

/** The body as text, in the encoding that its byte order mark, its header or its own first line names; else as a page is read. */
export function textOf({ body, headers }: Pick<WebResponse, "body" | "headers">): string {
  return decodePage(body, headers["content-type"] ?? null).html;
}

/**
 * Why an answer holds nothing to read; null for an answer of status 200 to 299. A server that cannot be reached is an error:
 * dead hosts do not prove that an account is gone.
 */
export function failureOf({ outcome, status, reason }: WebResponse): Failure | null {
  if (status !== null && status >= 200 && status < 300 && outcome === "ok") return null;
  const byStatus = status === null ? undefined : statusFailures[status];
  if (byStatus) return byStatus;
  const isAnswer = outcome === "ok" || outcome === "http_error";
  if (status !== null && isAnswer) return { status: "error", reason: `http_${status}` };
  return { status: outcomeStatuses[outcome] ?? "error", reason: reason ?? outcome };
}

const statusFailures: Readonly<Record<number, Failure>> = {
  401: { status: "blocked", reason: "http_401" },
  403: { status: "blocked", reason: "http_403" },
  404: { status: "gone", reason: "not_found" },
  410: { status: "gone", reason: "gone" },
  422: { status: "blocked", reason: "http_422" },
  429: { status: "rate_limited", reason: "http_429" },
  451: { status: "blocked", reason: "http_451" },
};

const outcomeStatuses: Readonly<Record<string, Failure["status"]>> = {
  robots_disallowed: "blocked",
  blocked: "blocked",
  challenge: "blocked",
  login_wall: "blocked",
  rate_limited: "rate_limited",
  not_found: "gone",
  gone: "gone",
};
