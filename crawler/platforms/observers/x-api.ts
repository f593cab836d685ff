import { z } from "zod";
import type { Effects, WebResponse } from "../../effects.ts";
import type { Observer } from "../platform.ts";
import type { Failure } from "./observation.ts";
import { type Reading, readsOf } from "./reads.ts";
import { type Answer, jsonOf } from "./responses.ts";
import { askWithToken } from "./token-api.ts";
import { maybe, text } from "./tolerant.ts";

const api = "https://api.x.com/2";

/** One request to X's API v2. */
export interface XRequest<T> {
  observer: Observer;
  path: string;
  query: Readonly<Record<string, string>>;
  schema: z.ZodType<T>;
  /** What is read of the `data` of an answer. */
  members: Reading;
  spent(data: T): { unit: string; units: number };
}

/** Asks X's API v2 with the user's bearer token. */
export function askX<T>(
  { path, query, members, ...request }: XRequest<T>,
  effects: Effects,
): Promise<Answer<T>> {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return askWithToken(
    {
      ...request,
      url: `${api}${path}?${parameters.join("&").replaceAll("%2C", ",")}`,
      reads: readsOf({
        ...problem,
        data: members,
        meta: { next_token: true },
        errors: problem,
      }),
      token: { name: "x", header: "authorization", scheme: "Bearer " },
      refusalOf: xRefusal,
    },
    effects,
  );
}

/** A problem in X's words; a lookup of many accounts lists one for each that cannot be shown, in an answer of status 200. */
export const XProblem = z.object({
  title: text,
  detail: text,
  type: text,
  value: maybe(z.string()),
  resource_id: maybe(z.string()),
});

const problem = { title: true, detail: true, type: true, value: true, resource_id: true } as const;
export type XProblem = z.infer<typeof XProblem>;

/** What X says when it answers nothing at all: by the problem's type, else by the status. */
function xRefusal(response: WebResponse): Failure | null {
  const { status } = response;
  if (status === null || status < 400) return null;
  const { data } = XProblem.safeParse(jsonOf(response));
  const kind = data?.type?.split("/").at(-1) ?? "";
  return byType[kind] ?? byStatus[status] ?? null;
}

const byType: Readonly<Record<string, Failure>> = {
  "usage-capped": { status: "rate_limited", reason: "usage_capped" },
  "rate-limit-exceeded": { status: "rate_limited", reason: "rate_limit" },
  "client-forbidden": { status: "token_required", reason: "token_lacks_access" },
  credits: { status: "rate_limited", reason: "no_credits" },
  "not-authorized-for-resource": { status: "protected", reason: "not_authorized" },
  "resource-not-found": { status: "gone", reason: "not_found" },
  "invalid-request": { status: "error", reason: "invalid_request" },
};

const byStatus: Readonly<Record<number, Failure>> = {
  400: { status: "error", reason: "invalid_request" },
  401: { status: "token_required", reason: "token_rejected" },
  402: { status: "rate_limited", reason: "no_credits" },
  403: { status: "token_required", reason: "token_lacks_access" },
  429: { status: "rate_limited", reason: "rate_limit" },
};

/** Why one account of many cannot be shown. */
export function problemOf({ title, detail, type }: XProblem): Failure {
  const words = `${title ?? ""} ${detail ?? ""}`;
  if (/suspended/i.test(words)) return { status: "gone", reason: "suspended" };
  const kind = type?.split("/").at(-1) ?? "";
  return byType[kind] ?? { status: "error", reason: kind || "unexplained" };
}
