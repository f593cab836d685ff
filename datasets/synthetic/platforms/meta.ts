import { type Answer, type Asked, json } from "../answer.ts";
import type { Directory } from "../directory.ts";
import type { SyntheticAccount } from "../industry.ts";
import { postsOf } from "../posts.ts";
import { hash32 } from "../random.ts";
import { fateOf, openRobots, type TokenFate } from "./tokens.ts";

/** Hosts of Meta's Graph API. */
export const metaApiHosts: readonly string[] = ["graph.facebook.com", "graph.threads.com"];

/** The Instagram account that the synthetic token belongs to. */
const ownInstagramId = "17841400000000001";

/**
 * A replica of what Meta's Graph API tells a token that was reviewed for Business Discovery on Instagram and for nothing else:
 * pages of others and profiles on Threads are refused.
 */
export function answerMeta(asked: Asked, directory: Directory): Answer {
  const { host, path, query } = asked;
  if (path === "/robots.txt") return openRobots;
  const refusal = refusals[fateOf("meta", asked)];
  if (refusal) return refusal;
  if (host === "graph.threads.com") return fault(10, "Application does not have permission for this action");
  const node = path.replace(/^\/v\d+\.\d+\//, "");
  if (node === "me") return json({ id: "10" });
  if (node === "me/accounts") {
    return json({ data: [{ id: "1", instagram_business_account: { id: ownInstagramId } }] });
  }
  if (node === ownInstagramId) return discovery(query.get("fields") ?? "", directory);
  return fault(10, "(#10) To use 'Page Public Content Access', your use of this endpoint must be reviewed");
}

function fault(code: number, message: string, subcode?: number): Answer {
  const error = { message, type: "OAuthException", code, ...(subcode ? { error_subcode: subcode } : {}) };
  return json({ error: { ...error, fbtrace_id: "A" } }, 400);
}

const refusals: Partial<Record<TokenFate, Answer>> = {
  rejected: fault(190, "Invalid OAuth access token."),
  forbidden: fault(200, "Permissions error"),
  capped: fault(4, "(#4) Application request limit reached"),
  limited: fault(4, "(#4) Application request limit reached"),
};

/** Of a business account its counters and media, newest first; whatever is wrong with an account, the error is one and the same. */
function discovery(fields: string, directory: Directory): Answer {
  const name = /username\(([^)]*)\)/.exec(fields)?.[1] ?? "";
  const account = directory.account(`instagram:${name.toLowerCase()}`);
  if (account?.access !== "open") return fault(110, "Invalid user id", 2_207_013);
  const size = Math.min(50, Number(/limit\((\d+)\)/.exec(fields)?.[1] ?? 25));
  const begin = Number(/after\(p(\d+)\)/.exec(fields)?.[1] ?? 0);
  const posts = postsOf(account, directory.seed);
  const next = begin + size < posts.length ? { after: `p${begin + size}` } : {};
  return json({
    business_discovery: {
      username: account.account,
      followers_count: hash32(account.accountId) % 9_000,
      media_count: posts.length,
      media: {
        data: posts.slice(begin, begin + size).map((post) => medium(account, post.at)),
        paging: { cursors: next },
      },
      id: String(17_841_400_000_000_100 + (hash32(account.accountId) % 1_000_000)),
    },
    id: ownInstagramId,
  });
}

/** Offsets have no colon here. */
function medium({ account }: SyntheticAccount, at: number) {
  const timestamp = new Date(at).toISOString().replace(".000Z", "+0000");
  return {
    id: `1${at}`,
    timestamp,
    media_type: "IMAGE",
    media_product_type: "FEED",
    permalink: `https://www.instagram.com/${account}/p/${at}/`,
  };
}
