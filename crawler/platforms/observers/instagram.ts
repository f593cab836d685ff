import { z } from "zod";
import type { Account, Observation } from "../../../datasets/schema.ts";
import type { Effects } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import { askMeta, graph, observeInTurn } from "./meta-api.ts";
import { barePost, failed, observed, subjectOf } from "./observation.ts";
import { type PostPage, readPages } from "./pages.ts";
import type { Reading } from "./reads.ts";
import type { Answer } from "./responses.ts";
import { count, instant, list, maybe, text } from "./tolerant.ts";

/** Accounts observed one after the other before they are journalled. */
const most = 25;

/**
 * Instagram's Business Discovery: counters and the instants of the media of another business or creator account, asked for by
 * the owner of one. Stories and live videos are not shown.
 */
export const businessDiscovery: Observer = {
  name: "instagram_business_discovery",
  access: "token",
  async observe(account, period, effects) {
    return readAccount(account, { own: await askForOwnId(effects), period }, effects);
  },
  together: {
    most,
    groupOf: () => "instagram",
    async observe(accounts, period, effects) {
      const own = await askForOwnId(effects);
      const read = (account: Account) => readAccount(account, { own, period }, effects);
      return observeInTurn(accounts, { observer: businessDiscovery, period, read }, effects);
    },
  },
  bill({ length }) {
    const batches = Math.ceil(length / most);
    const requests = [batches + length, batches + length * mostPages] as const;
    return { requests, units: requests, unit: "request" };
  },
};

/** Pages read of an account at most: 500 posts. */
const mostPages = 10;

const Medium = z.object({ id: z.string().min(1), timestamp: instant, media_product_type: text });

const Discovered = z.object({
  id: text,
  followers_count: count,
  media_count: count,
  media: maybe(
    z.object({
      data: z.array(z.unknown()).catch([]),
      paging: maybe(z.object({ cursors: maybe(z.object({ after: text })) })),
    }),
  ),
});
const discoveredMembers: Reading = {
  ...{ id: true, followers_count: true, media_count: true },
  media: {
    data: { id: true, timestamp: true, media_product_type: true },
    paging: { cursors: { after: true } },
  },
};
type Discovered = z.infer<typeof Discovered>;

async function readAccount(
  account: Account,
  { own, period }: { own: Answer<string>; period: Period },
  effects: Effects,
): Promise<Observation> {
  const subject = subjectOf(account, businessDiscovery, { period, effects });
  if (own.failure) return failed(subject, own.failure);
  const pages: Discovered[] = [];
  const paged = await readPages(
    period,
    async (next) => {
      const page = await discover({ own: own.data, name: account.account, next }, effects);
      if (page.failure) return page;
      pages.push(page.data);
      return { data: pageOf(page.data), failure: null };
    },
    mostPages,
  );
  const [profile] = pages;
  if (!profile) return failed(subject, paged.failure ?? { status: "error", reason: "malformed" });
  if (account.platformId && profile.id && account.platformId !== profile.id) {
    return failed(subject, { status: "moved", reason: "handle_changed" }, profile.id);
  }
  const hidesAll = paged.posts.length === 0 && profile.media_count !== 0;
  return observed(subject, {
    platformId: profile.id,
    counters: { posts: profile.media_count, followers: profile.followers_count, createdAt: null },
    posts: paged.posts,
    isComplete: paged.end === "period" || (paged.end === "last_page" && !hidesAll),
    cap: null,
    filters: ["stories", "live"],
    failure: paged.failure,
  });
}

/** The Instagram account that the token's owner asks as. */
async function askForOwnId(effects: Effects): Promise<Answer<string>> {
  const Pages = z.object({
    data: list(z.object({ instagram_business_account: z.object({ id: z.string() }) })),
  });
  const query = { fields: "instagram_business_account{id}" };
  const answer = await askMeta(
    {
      observer: businessDiscovery,
      url: `${graph}/me/accounts`,
      query,
      schema: Pages,
      members: { data: { instagram_business_account: { id: true } } },
    },
    effects,
  );
  if (answer.failure) return answer;
  const id = answer.data.data[0]?.instagram_business_account.id;
  return id
    ? { data: id, failure: null }
    : { data: null, failure: { status: "token_required", reason: "no_business_account" } };
}

async function discover(
  { own, name, next }: { own: string; name: string; next: string | null },
  effects: Effects,
): Promise<Answer<Discovered>> {
  const after = next ? `.after(${next})` : "";
  const media = `media.limit(50)${after}{id,timestamp,media_type,media_product_type}`;
  const fields = `business_discovery.username(${name}){id,username,followers_count,media_count,${media}}`;
  const Body = z.object({ business_discovery: Discovered });
  const answer = await askMeta(
    {
      observer: businessDiscovery,
      url: `${graph}/${own}`,
      query: { fields },
      schema: Body,
      members: { business_discovery: discoveredMembers },
    },
    effects,
  );
  return answer.failure ? answer : { data: answer.data.business_discovery, failure: null };
}

function pageOf({ media }: Discovered): PostPage {
  const posts = (media?.data ?? []).map((one) => {
    const { data } = Medium.safeParse(one);
    return data?.timestamp ? { ...barePost(data.id, data.timestamp, "original"), mediaCount: 1 } : null;
  });
  return { posts, next: posts.length > 0 ? (media?.paging?.cursors?.after ?? null) : null };
}
