import { z } from "zod";
import type { Account, Observation } from "../../../datasets/schema.ts";
import type { Effects, WebResponse } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import { type Failure, failed, subjectOf } from "./observation.ts";
import { type Reading, readsOf } from "./reads.ts";
import { type Answer, jsonOf } from "./responses.ts";
import { askWithToken } from "./token-api.ts";
import { count } from "./tolerant.ts";

/** One request to Meta's Graph API: Facebook and Instagram on one host, Threads on another. */
export interface MetaRequest<T> {
  observer: Observer;
  /** Host and version, then the node. */
  url: string;
  query: Readonly<Record<string, string>>;
  schema: z.ZodType<T>;
  /** What is read of an answer. */
  members: { readonly [name: string]: Reading };
}

/** The version that these observers speak. */
export const graph = "https://graph.facebook.com/v25.0";

/** Asks Meta's Graph API with the user's token, which goes into a header: pages' own `next` addresses hold it and are not used. */
export function askMeta<T>(
  { observer, url, query, schema, members }: MetaRequest<T>,
  effects: Effects,
): Promise<Answer<T>> {
  return askWithToken(
    {
      observer,
      url: `${url}?${new URLSearchParams(query)}`,
      token: { name: "meta", header: "authorization", scheme: "Bearer " },
      schema,
      reads: readsOf({ ...members, error: { code: true, error_subcode: true } }),
      refusalOf: metaRefusal,
      spent: () => ({ unit: "request", units: 1 }),
    },
    effects,
  );
}

const ErrorBody = z.object({ error: z.object({ code: count, error_subcode: count }) });

/** What Meta's error codes mean; all come with status 400 or 403. */
function metaRefusal(response: WebResponse): Failure | null {
  if (response.status === null || response.status < 400) return null;
  const { data } = ErrorBody.safeParse(jsonOf(response));
  if (!data) return null;
  const { code, error_subcode: subcode } = data.error;
  return (
    byCode[`${code}/${subcode}`] ??
    byCode[String(code)] ?? { status: "error", reason: `api_${code ?? "unknown"}` }
  );
}

const limited: Failure = { status: "rate_limited", reason: "rate_limit" };
const unpermitted: Failure = { status: "token_required", reason: "permission_missing" };
/** Personal, private, renamed, age-gated, unpublished or missing: Meta gives one and the same answer. */
const hidden: Failure = { status: "presence_only", reason: "not_shown_by_platform" };

const byCode: Readonly<Record<string, Failure>> = {
  "4": limited,
  "17": limited,
  "32": limited,
  "613": limited,
  "80001": limited,
  "80002": limited,
  "10": unpermitted,
  "200": unpermitted,
  "102": { status: "token_required", reason: "token_rejected" },
  "190": { status: "token_required", reason: "token_rejected" },
  "110": hidden,
  "803": hidden,
  "100/33": hidden,
  "24": hidden,
};

/**
 * Observes accounts one after the other, and stops asking as soon as the token itself is refused: what it may not read of one
 * account it may not read of the next.
 */
export async function observeInTurn(
  accounts: readonly Account[],
  {
    observer,
    period,
    read,
  }: { observer: Observer; period: Period; read: (account: Account) => Promise<Observation> },
  effects: Effects,
): Promise<Observation[]> {
  const observations: Observation[] = [];
  let refusal: Failure | null = null;
  for (const account of accounts) {
    const subject = subjectOf(account, observer, { period, effects });
    const observation: Observation = refusal ? failed(subject, refusal) : await read(account);
    const { status, reason } = observation;
    if (status === "token_required" || status === "rate_limited")
      refusal = { status, reason: reason ?? status };
    observations.push(observation);
  }
  return observations;
}
