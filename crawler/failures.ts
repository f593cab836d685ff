import { z } from "zod";
import type { WebOutcome } from "./effects.ts";

/** Why an exchange failed: the site's outcome and a finer word. */
export interface Failure {
  outcome: WebOutcome;
  reason: string | null;
}

/** An error that already knows which failure it is; thrown where a phase of an exchange is known to have failed. */
export function failureError(outcome: WebOutcome, reason: string | null, cause?: unknown): Error {
  return Object.assign(new Error(`${outcome}: ${reason}`, { cause }), { failure: { outcome, reason } });
}

/** Whether an error carries one of these codes of Node. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(coded.safeParse(error).data?.code ?? "");
}

const carrier = z.object({
  failure: z.object({ outcome: z.custom<WebOutcome>(), reason: z.string().nullable() }),
});
const coded = z.object({ code: z.string() });
const caused = z.object({ cause: z.unknown() });

/** Beginnings of Node's error codes and what they mean for the site; the first that fits counts. */
const codes: readonly (readonly [beginning: string, outcome: WebOutcome, reason: string])[] = [
  ["HPE_HEADER_OVERFLOW", "too_large", "headers"],
  ["HPE_", "protocol_error", "http"],
  ["ERR_HTTP_CONTENT_LENGTH_MISMATCH", "protocol_error", "truncated"],
  ["ERR_HTTP", "protocol_error", "http"],
  ["ERR_INVALID", "protocol_error", "http"],
  ["Z_", "protocol_error", "content_encoding"],
  ["ERR__ERROR", "protocol_error", "content_encoding"],
  ["ERR_BROTLI", "protocol_error", "content_encoding"],
  ["ENOTFOUND", "dns_error", "not_found"],
  ["ENODATA", "dns_error", "not_found"],
  ["EAI_", "dns_error", "no_answer"],
  ["ECONNREFUSED", "connect_error", "refused"],
  ["ECONNRESET", "connect_error", "reset"],
  ["ECONNABORTED", "connect_error", "reset"],
  ["EPIPE", "connect_error", "reset"],
  ["EHOSTUNREACH", "connect_error", "unreachable"],
  ["ENETUNREACH", "connect_error", "unreachable"],
  ["EADDRNOTAVAIL", "connect_error", "unreachable"],
  ["ETIMEDOUT", "timeout", "connect"],
];

/** What an error of the network, whoever threw it, says about the site. */
export function failureOf(error: unknown): Failure {
  const known = carrier.safeParse(error);
  if (known.success) return known.data.failure;
  // got wraps what it catches and keeps the code but not our own properties.
  const cause = caused.safeParse(error);
  const wrapped = cause.success ? carrier.safeParse(cause.data.cause) : known;
  if (wrapped.success) return wrapped.data.failure;
  const code = coded.safeParse(error).data?.code ?? "";
  const row = codes.find(([beginning]) => code.startsWith(beginning));
  return row === undefined
    ? { outcome: "connect_error", reason: "unknown" }
    : { outcome: row[1], reason: row[2] };
}

const tlsCodes: readonly (readonly [beginning: string, reason: string])[] = [
  ["CERT_HAS_EXPIRED", "expired"],
  ["CERT_NOT_YET_VALID", "not_yet_valid"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "wrong_host"],
  ["DEPTH_ZERO", "untrusted"],
  ["SELF_SIGNED", "untrusted"],
  ["UNABLE_TO", "untrusted"],
  ["CERT_", "untrusted"],
];

/** Why TLS failed: `expired`, `not_yet_valid`, `wrong_host`, `untrusted`, or `handshake` when it never came to a certificate. */
export function tlsReason(error: unknown): string {
  const code = coded.safeParse(error).data?.code ?? "";
  return tlsCodes.find(([beginning]) => code.startsWith(beginning))?.[1] ?? "handshake";
}

const statuses: Readonly<Record<number, WebOutcome>> = {
  401: "blocked",
  403: "blocked",
  404: "not_found",
  // Only a proxy may ask for it: here it is another way of turning a machine away.
  407: "blocked",
  410: "gone",
  429: "rate_limited",
  451: "blocked",
  // LinkedIn's way of turning a machine away.
  999: "blocked",
};

/** What an answer's HTTP status says: `ok` for 200 to 399, since redirects and 304 are answers. */
export function outcomeOfStatus(status: number): WebOutcome {
  if (status < 200) return "protocol_error";
  return statuses[status] ?? (status < 400 ? "ok" : "http_error");
}
