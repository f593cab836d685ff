import { z } from "zod";
import { parseUrl } from "../../../datasets/url.ts";
import type { Effects } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import { postsOfActivities } from "./activitypub-posts.ts";
import { laneOf } from "./lane.ts";
import { type Failure, failed, observed, type Reading, subjectOf } from "./observation.ts";
import { type PagedPosts, readPages } from "./pages.ts";
import { type Answer, jsonAnswer } from "./responses.ts";
import { count, flag, instant, maybe, text } from "./tolerant.ts";
import { actorOf } from "./webfinger.ts";

/**
 * The public outbox of an ActivityPub actor, for servers that do not speak Mastodon's API: Misskey and its kin, PeerTube, WriteFreely,
 * WordPress, older Pleroma. A server that answered a refusal is not asked again by this way.
 *
 * @see https://www.w3.org/TR/activitypub/#outbox
 */
export const activityPubOutbox: Observer = {
  name: "activitypub_outbox",
  access: "public",
  after: ["no_api"],
  async observe(account, period, effects) {
    const subject = subjectOf(account, activityPubOutbox, { period, effects });
    const url = await actorOf(account.account, activityPubOutbox, effects);
    // A host that does not know the name may be no such server any more: that is no word about the account.
    if (url.failure?.status === "gone") return failed(subject, { status: "error", reason: "no_actor" });
    if (url.failure) return failed(subject, url.failure);
    const actor = await ask(url.data, Actor, effects);
    if (actor.failure) return failed(subject, actor.failure);
    const refusal = refusalOf(actor.data, account.platformId);
    if (refusal) return failed(subject, refusal, actor.data.id);
    const outbox = await ask(actor.data.outbox, Outbox, effects);
    if (outbox.failure) return failed(subject, outbox.failure, actor.data.id);
    const paged = await readOutbox(outbox.data, actor.data, { period, effects });
    return observed(subject, readingOf(actor.data, outbox.data, paged));
  },
};

const Actor = z.object({
  id: z.url(),
  outbox: z.url({ protocol: /^https$/ }),
  published: instant,
  movedTo: text,
  suspended: flag,
  noindex: flag,
});
type Actor = z.infer<typeof Actor>;

function refusalOf({ id, movedTo, suspended, noindex }: Actor, expected: string | null): Failure | null {
  if (suspended) return { status: "gone", reason: "suspended" };
  if (movedTo) return { status: "moved", reason: `moved_to ${movedTo}` };
  if (noindex) return { status: "presence_only", reason: "noindex" };
  return expected && expected !== id ? { status: "moved", reason: "handle_changed" } : null;
}

const Page = z.object({ orderedItems: maybe(z.array(z.unknown())), next: text });
const Outbox = Page.extend({
  totalItems: count,
  first: z.union([z.string(), Page]).nullish().catch(null),
});
type Outbox = z.infer<typeof Outbox>;

/** Small collections hold their entries, larger ones their first page or its address. */
function readOutbox(
  outbox: Outbox,
  actor: Actor,
  { period, effects }: { period: Period; effects: Effects },
): Promise<PagedPosts> {
  const { host } = new URL(actor.outbox);
  const onHost = (next: string | null) => (next && parseUrl(next)?.host === host ? next : null);
  const readAt = async (url: string | null): Promise<Answer<z.infer<typeof Page>>> =>
    url === null ? { data: { orderedItems: null, next: null }, failure: null } : ask(url, Page, effects);
  return readPages(period, async (next) => {
    const first = typeof outbox.first === "string" ? null : (outbox.first ?? outbox);
    const here = next === null && first !== null ? first : null;
    const start = typeof outbox.first === "string" ? onHost(outbox.first) : null;
    const page = here ? { data: here, failure: null } : await readAt(next ?? start);
    if (page.failure) return page;
    const activities = page.data.orderedItems ?? [];
    const posts = postsOfActivities(activities, actor.id);
    // Some servers name a next page for ever: an empty one is the end.
    return { data: { posts, next: activities.length > 0 ? onHost(page.data.next) : null }, failure: null };
  });
}

/** An outbox that tells a count but shows nothing is the server's choice, and no silence. */
function readingOf(
  { id, published }: Actor,
  { totalItems }: Outbox,
  { posts, end, failure }: PagedPosts,
): Reading {
  const hidesAll = posts.length === 0 && totalItems !== 0;
  return {
    platformId: id,
    counters: { posts: totalItems, followers: null, createdAt: published },
    posts,
    isComplete: end === "period" || (end === "last_page" && !hidesAll),
    cap: null,
    filters: ["followers_only", "direct"],
    failure,
  };
}

async function ask<T>(url: string, schema: z.ZodType<T>, effects: Effects): Promise<Answer<T>> {
  const headers = {
    accept: 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
  };
  return jsonAnswer(await effects.fetch({ url, kind: "api", headers, ...laneOf(activityPubOutbox) }), schema);
}
