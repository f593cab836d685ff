import { ratio } from "./interval.ts";

/** A post as it is compared with others: by the hash of its normalised text, null where that is too short to tell. */
export interface ComparedPost {
  platform: string;
  postedAt: string;
  textHash: string | null;
}

/** Two posts of one text further apart than this are a repetition, not a cross-post. */
const crossPostMs = 48 * 3_600_000;

/** Texts shorter than this many characters agree by chance. */
const minTextLength = 20;

/**
 * A post's text as cross-posts are compared: without links, handles and hashtags, in lower case (M25).
 *
 * @returns null for fewer than 20 characters
 */
export function comparableText(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/https?:\/\/\S+|[@#][\p{L}\p{N}_.-]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return [...plain].length >= minTextLength ? plain : null;
}

/** Share of one company's comparable posts that also stand on another platform within 48 hours; null without such posts (M25). */
export function crossPostingShare(posts: readonly ComparedPost[]): number | null {
  const comparable = posts.filter(({ textHash }) => textHash !== null);
  const crossPosted = comparable.filter((post) => comparable.some((other) => isCrossPost(post, other)));
  return ratio(crossPosted.length, comparable.length);
}

const isCrossPost = (a: ComparedPost, b: ComparedPost): boolean =>
  a.platform !== b.platform &&
  a.textHash === b.textHash &&
  Math.abs(Date.parse(a.postedAt) - Date.parse(b.postedAt)) <= crossPostMs;
