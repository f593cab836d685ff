import { isBefore } from "../../../datasets/order.ts";
import type { Observer } from "../platform.ts";
import { laneOf } from "./lane.ts";
import { failed, observed, subjectOf } from "./observation.ts";
import { readsNothing } from "./reads.ts";
import { failureOf, textOf } from "./responses.ts";

/** The open preview of a Telegram channel: its newest 20 messages, one request. Only on demand, since the terms forbid scraping. */
export const telegramPreview: Observer = {
  name: "telegram_preview",
  access: "public",
  async observe(account, period, effects) {
    const subject = subjectOf(account, telegramPreview, { period, effects });
    const url = `https://t.me/s/${account.account}`;
    const response = await effects.fetch({
      url,
      kind: "page",
      reads: readsNothing,
      ...laneOf(telegramPreview),
    });
    const refusal = failureOf(response);
    if (refusal) return failed(subject, refusal);
    const { readPreview } = await import("./telegram-preview.ts");
    const { posts, followers, failure, isFirst } = readPreview(textOf(response), account.account);
    const counters = { posts: null, followers, createdAt: null };
    if (failure) return { ...failed(subject, failure), counters };
    const seen = posts.filter((post) => post !== null);
    const isUnbroken = seen.length === posts.length;
    const reachesBack = isFirst || seen.some(({ postedAt }) => isBefore(postedAt, period.from));
    return observed(subject, {
      platformId: null,
      counters,
      posts: seen,
      isComplete: isUnbroken && reachesBack,
      cap: isFirst ? null : pageSize,
      filters: ["service_messages"],
      failure: isUnbroken ? null : { status: "partial", reason: "unreadable_posts" },
    });
  },
};

/** Messages on a page of the preview. */
const pageSize = 20;
