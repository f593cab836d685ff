import { did } from "../handles.ts";
import type { SyntheticAccount } from "../industry.ts";
import type { SyntheticPost } from "../posts.ts";
import { hash32 } from "../random.ts";

/** Somebody whose posts companies answer, repeat and quote. */
const other = {
  did: did("somebody else"),
  handle: "somebody.bsky.social",
  displayName: "Somebody",
  labels: [],
};

/** One entry of an author feed: a post of the account, or another's post with the time at which it was reposted. */
export function authorFeedEntry(account: SyntheticAccount, post: SyntheticPost) {
  const id = did(account.bornAs);
  const author = { did: id, handle: account.account, displayName: account.account, labels: [] };
  const indexedAt = new Date(post.at).toISOString();
  if (post.kind === "repost") {
    const uri = `at://${id}/app.bsky.feed.repost/${recordKey(post.at)}`;
    const reason = { $type: "app.bsky.feed.defs#reasonRepost", by: author, uri, indexedAt };
    return { post: view(other, { ...post, kind: "original", at: post.at - 86_400_000 }), reason };
  }
  return { post: view(author, post) };
}

type Author = typeof other;

function view(author: Author, post: SyntheticPost) {
  const uri = `at://${author.did}/app.bsky.feed.post/${recordKey(post.at)}`;
  return {
    uri,
    cid: contentId(uri),
    author,
    record: { $type: "app.bsky.feed.post", ...record(author, post) },
    replyCount: post.likes % 3,
    repostCount: post.likes % 5,
    likeCount: post.likes,
    quoteCount: 0,
    indexedAt: new Date(post.at).toISOString(),
    labels: [],
  };
}

/** What the author's program wrote. Every 97th clock is two days fast, which the AppView's own time corrects. */
function record(author: Author, { at, kind, links, hashtags, media }: SyntheticPost) {
  const isFast = hash32(`clock ${at}`) % 97 === 0;
  const parent = `at://${kind === "reply" ? other.did : author.did}/app.bsky.feed.post/${recordKey(at - 60_000)}`;
  const target = { uri: parent, cid: contentId(parent) };
  const isReply = kind === "reply" || kind === "self_reply";
  return {
    createdAt: new Date(isFast ? at + 172_800_000 : at).toISOString(),
    langs: ["en"],
    text: "Post",
    ...(isReply ? { reply: { root: target, parent: target } } : {}),
    ...embed(kind, media),
    facets: [
      ...Array.from({ length: links }, (_, place) =>
        facet(place, "link", { uri: `https://journal.test/${at}` }),
      ),
      ...Array.from({ length: hashtags }, (_, place) =>
        facet(links + place, "tag", { tag: `topic${place}` }),
      ),
    ],
  };
}

function embed(kind: SyntheticPost["kind"], media: number) {
  if (kind === "quote") {
    const uri = `at://${other.did}/app.bsky.feed.post/${recordKey(1_700_000_000_000)}`;
    return { embed: { $type: "app.bsky.embed.record", record: { uri, cid: contentId(uri) } } };
  }
  if (media === 0) return {};
  return { embed: { $type: "app.bsky.embed.images", images: [{ alt: "", image: { $type: "blob" } }] } };
}

function facet(place: number, kind: "link" | "tag", value: Readonly<Record<string, string>>) {
  const index = { byteStart: place * 4, byteEnd: place * 4 + 3 };
  return { index, features: [{ $type: `app.bsky.richtext.facet#${kind}`, ...value }] };
}

const sortable = "234567abcdefghijklmnopqrstuvwxyz";

/** A timestamp identifier: microseconds and a clock's number in 13 letters that sort by time (atproto.com/specs/tid). */
export function recordKey(at: number): string {
  const bits = (BigInt(at) * 1_000n) << 10n;
  const letter = (_: unknown, place: number) => sortable[Number((bits >> BigInt(60 - 5 * place)) & 31n)];
  return Array.from({ length: 13 }, letter).join("");
}

function contentId(uri: string): string {
  return `bafyrei${hash32(uri).toString(32)}${hash32(`cid ${uri}`).toString(32)}`;
}
