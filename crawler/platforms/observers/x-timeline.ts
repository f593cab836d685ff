import type { Account } from "../../../datasets/schema.ts";
import type { Effects } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import { policy } from "../policy.ts";
import { failed, observed, subjectOf } from "./observation.ts";
import { type PagedPosts, readPages } from "./pages.ts";
import type { Answer } from "./responses.ts";
import { askX } from "./x-api.ts";
import { postMembers, postsOfX, XPosts } from "./x-posts.ts";

const pageSize = policy.observers["x_timeline"]?.pageSize ?? 100;

/** Pages read of an account at most: 200 posts, one dollar. Own choice; who posts more than that has a truncated feed. */
const mostPages = 2;

/** The dearest rung of X: the posts themselves, newest first, without their texts. It needs the number that a lookup gives. */
export const xTimeline: Observer = {
  name: "x_timeline",
  access: "token",
  async observe(account, period, effects) {
    const subject = subjectOf(account, xTimeline, { period, effects });
    const id = account.platformId ?? /^id\/(\d+)$/.exec(account.account)?.[1];
    if (!id) return failed(subject, { status: "error", reason: "no_user_id" });
    const { posts, end, failure } = await readTimeline(id, period, effects);
    if (failure && posts.length === 0) return failed(subject, failure, id);
    const isCut = failure?.reason === "page_limit";
    return observed(subject, {
      platformId: id,
      counters: { posts: null, followers: null, createdAt: null },
      posts,
      isComplete: end !== "broken",
      cap: isCut ? mostPages * pageSize : null,
      filters: [],
      failure: isCut ? null : failure,
    });
  },
  bill: (accounts: readonly Account[]) => ({
    requests: [accounts.length, accounts.length * mostPages],
    units: [0, accounts.length * mostPages * pageSize],
    unit: "post read",
  }),
};

/** Field lists to ask for, as the lookup has them: the name of the parameter is itself being renamed. */
const fields = policy.observers["x_timeline"]?.fields ?? [];

function readTimeline(id: string, period: Period, effects: Effects): Promise<PagedPosts> {
  let naming = 0;
  const ask = (next: string | null): Promise<Answer<XPosts>> =>
    askX(
      {
        observer: xTimeline,
        path: `/users/${id}/tweets`,
        query: {
          max_results: String(pageSize),
          start_time: period.from.replace(/\.\d+Z$/, "Z"),
          ...Object.fromEntries(new URLSearchParams(fields[naming])),
          ...(next ? { pagination_token: next } : {}),
        },
        schema: XPosts,
        members: postMembers,
        spent: ({ data }) => ({ unit: "post read", units: data.length }),
      },
      effects,
    );
  return readPages(
    period,
    async (next) => {
      let page = await ask(next);
      if (page.failure?.reason === "invalid_request" && next === null) {
        naming = 1;
        page = await ask(next);
      }
      if (page.failure) return page;
      return {
        data: { posts: postsOfX(page.data), next: page.data.meta?.next_token ?? null },
        failure: null,
      };
    },
    mostPages,
  );
}
