import { load } from "cheerio/slim";
import { readDate } from "./dates.ts";
import type { Failure, SeenPost } from "./observation.ts";

/** What the preview of a channel shows, without its texts. */
interface Preview {
  /** Oldest first; null in place of a message without a time. */
  posts: readonly (SeenPost | null)[];
  /** Subscribers; null where the page rounds or hides them. */
  followers: number | null;
  failure: Failure | null;
  /** Whether the channel's first message is among them. */
  isFirst: boolean;
}

/**
 * Reads a page of `t.me/s/NAME`. Groups, bots, private and unknown channels lead to a card without messages: that says nothing about
 * how often anybody posts there.
 */
export function readPreview(html: string, channel: string): Preview {
  const $ = load(html);
  const messages = $(".tgme_widget_message[data-post]").not(".service_message").toArray();
  const posts = messages.map((message) => postOf($(message), channel));
  const counter = $(".tgme_channel_info_counter, .tgme_page_extra").filter((_, element) =>
    followersOf.test($(element).text()),
  );
  const followers = countIn(counter.first().text());
  const hasMessages = messages.length > 0;
  const isChannel = hasMessages || $(".tgme_channel_info, .tgme_page_title").length > 0;
  const closed: Failure = isChannel
    ? { status: "presence_only", reason: "no_open_preview" }
    : { status: "error", reason: "not_a_preview" };
  const ids = posts.map((post) => Number(post?.postId));
  return { posts, followers, failure: hasMessages ? null : closed, isFirst: ids.includes(1) };
}

type Selection = ReturnType<ReturnType<typeof load>>;

function postOf(message: Selection, channel: string): SeenPost | null {
  const [name = "", postId = ""] = (message.attr("data-post") ?? "").split("/");
  const written = message.find(".tgme_widget_message_date time[datetime], time.time[datetime]").first();
  const date = readDate(written.attr("datetime") ?? "");
  if (!date || !postId || name.toLowerCase() !== channel.toLowerCase()) return null;
  const has = (selector: string) => message.find(selector).length > 0;
  const isRepost = has(".tgme_widget_message_forwarded_from");
  const links = message.find(".tgme_widget_message_text a[href^='http']");
  return {
    postId,
    postedAt: date.instant,
    precision: date.precision,
    kind: isRepost ? "repost" : has(".tgme_widget_message_reply") ? "reply" : "original",
    linkCount: isRepost ? null : links.length,
    ...{ ownLink: null, hashtagCount: null, mediaCount: null, pinned: false },
    ...{ likes: null, comments: null, shares: null },
  };
}

/** `1 234 subscribers`, on older pages `members`; a group tells its members and how many are online. */
const followersOf = /^\s*(\d[\d\s]*?)\s*(?:subscribers?|members?)\b(?!.*\bonline\b)/i;

/** Null for rounded counts (`12.3K`). */
function countIn(text: string): number | null {
  const [, digits] = followersOf.exec(text) ?? [];
  return digits ? Number(digits.replace(/\s/g, "")) : null;
}
