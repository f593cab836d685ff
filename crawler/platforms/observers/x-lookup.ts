import { z } from "zod";
import { instantOfPostId } from "../../../datasets/post-ids.ts";
import type { Account, Observation } from "../../../datasets/schema.ts";
import type { Effects } from "../../effects.ts";
import type { Observer, Period } from "../platform.ts";
import { policy } from "../policy.ts";
import { blank, type Failure, failed, type Subject, subjectOf } from "./observation.ts";
import type { Reading } from "./reads.ts";
import type { Answer } from "./responses.ts";
import { count, flag, instant, list, maybe, text } from "./tolerant.ts";
import { askX, problemOf, XProblem } from "./x-api.ts";

/** Accounts that one request may name. */
const most = 100;

/**
 * The cheapest rung of X: a hundred accounts a request. It gives existence, counters, and the id of the newest post, which holds
 * its instant: the post itself, which would be billed, is never asked for.
 */
export const xLookup: Observer = {
  name: "x_lookup",
  access: "token",
  showsNoPosts: true,
  async observe(account, period, effects) {
    const [observation] = await lookUp([account], period, effects);
    return observation ?? failed(subjectOf(account, xLookup, { period, effects }), unexplained);
  },
  together: { most, groupOf: (account) => parameterOf(account).path, observe: lookUp },
  bill(accounts) {
    const paths = accounts.map((account) => parameterOf(account).path);
    const requests = [...new Set(paths)]
      .map((path) => Math.ceil(paths.filter((each) => each === path).length / most))
      .reduce((sum, each) => sum + each, 0);
    // A name that is gone is looked for by its number, where that is known.
    const known = accounts.filter(({ platformId }) => platformId !== null).length;
    return {
      requests: [requests, requests + Math.ceil(known / most)],
      units: [accounts.length, accounts.length + known],
      unit: "user read",
    };
  },
};

const unexplained: Failure = { status: "error", reason: "unexplained" };

const User = z.object({
  id: z.string().min(1),
  username: text,
  created_at: instant,
  protected: flag,
  most_recent_tweet_id: text,
  most_recent_post_id: text,
  public_metrics: maybe(z.object({ tweet_count: count, post_count: count, followers_count: count })),
});
type User = z.infer<typeof User>;

const userMembers: Reading = {
  ...{ id: true, username: true, created_at: true, protected: true },
  ...{ most_recent_tweet_id: true, most_recent_post_id: true },
  public_metrics: { tweet_count: true, post_count: true, followers_count: true },
};

/** `data` is one user where one was asked for by path. */
const Users = z.object({
  data: z.preprocess((data) => (Array.isArray(data) ? data : [data]), list(User)),
  errors: list(XProblem),
});
type Users = z.infer<typeof Users>;

/** How a request names an account: by its handle, or by its number where the site links that. */
function parameterOf({ account }: Account): { path: string; parameter: string; value: string } {
  const id = /^id\/(\d+)$/.exec(account)?.[1];
  return id
    ? { path: "/users", parameter: "ids", value: id }
    : { path: "/users/by", parameter: "usernames", value: account };
}

/** Looks accounts up; a handle that is gone is asked for once more by the number it had when it was seen before. */
async function lookUp(
  accounts: readonly Account[],
  period: Period,
  effects: Effects,
): Promise<Observation[]> {
  const pages = new Map<string, Answer<Users>>();
  for (const group of new Set(accounts.map((account) => parameterOf(account).path))) {
    const named = accounts.map(parameterOf).filter(({ path }) => path === group);
    const [{ path = group, parameter = "" } = {}] = named;
    const values = [...new Set(named.map(({ value }) => value))];
    pages.set(group, await askForUsers(path, { parameter, values }, effects));
  }
  const found = accounts.map((account) => {
    const { path, value } = parameterOf(account);
    const page = pages.get(path);
    return page ? memberOf(page, value) : unexplained;
  });
  const lost = accounts.filter((account, at) => isNotFound(found[at]) && account.platformId !== null);
  const byNumber = await findByNumber(lost, effects);
  return accounts.map((account, at) => {
    const subject = subjectOf(account, xLookup, { period, effects });
    const member = found[at] ?? unexplained;
    const gone = byNumber.get(account.accountId);
    if (gone) return failed(subject, gone, account.platformId);
    return "status" in member ? failed(subject, member) : observationOf(subject, member);
  });
}

const isNotFound = (member: User | Failure | undefined) =>
  member !== undefined && "status" in member && member.reason === "not_found";

/** What became of accounts whose handle is gone: renamed, or deleted. */
async function findByNumber(accounts: readonly Account[], effects: Effects): Promise<Map<string, Failure>> {
  const values = accounts.flatMap(({ platformId }) => platformId ?? []);
  if (values.length === 0) return new Map();
  const page = await askForUsers("/users", { parameter: "ids", values }, effects);
  return new Map(
    accounts.map(({ accountId, platformId }): [string, Failure] => {
      const member = memberOf(page, platformId ?? "");
      if (!("status" in member)) {
        return [accountId, { status: "moved", reason: `renamed_to ${member.username ?? "unknown"}` }];
      }
      return [accountId, isNotFound(member) ? { status: "gone", reason: "deleted" } : member];
    }),
  );
}

/** Field lists to ask for: X is renaming its fields, and refuses a name that it does not know (any more, or yet). */
const fieldLists = policy.observers["x_lookup"]?.fields ?? [];

async function askForUsers(
  path: string,
  { parameter, values }: { parameter: string; values: readonly string[] },
  effects: Effects,
): Promise<Answer<Users>> {
  let answer: Answer<Users> = { data: null, failure: unexplained };
  for (const fields of fieldLists) {
    answer = await askX(
      {
        observer: xLookup,
        path,
        query: { [parameter]: values.join(","), "user.fields": fields },
        schema: Users,
        members: userMembers,
        // Every account asked for counts: that one which is gone is free is nowhere promised.
        spent: () => ({ unit: "user read", units: values.length }),
      },
      effects,
    );
    if (answer.failure?.reason !== "invalid_request") break;
  }
  return answer;
}

/** What the answer says of one account. */
function memberOf({ data, failure }: Answer<Users>, value: string): User | Failure {
  if (failure) return failure;
  const name = value.toLowerCase();
  const user = data.data.find(({ id, username }) => id === name || username?.toLowerCase() === name);
  if (user) return user;
  const problem = data.errors.find((each) =>
    [each.value, each.resource_id].some((about) => about?.toLowerCase() === name),
  );
  return problem ? problemOf(problem) : unexplained;
}

function observationOf(subject: Subject, user: User): Observation {
  const { platformId: expected } = subject.account;
  if (expected && expected !== user.id) {
    return failed(subject, { status: "moved", reason: "handle_changed" }, user.id);
  }
  const metrics = user.public_metrics;
  const known: Observation = {
    ...blank(subject, user.id),
    counters: {
      posts: metrics?.tweet_count ?? metrics?.post_count ?? null,
      followers: metrics?.followers_count ?? null,
      createdAt: user.created_at,
    },
  };
  const window = { ...known.window, to: subject.observedAt, cap: 0 };
  if (user.protected) return { ...known, status: "protected", reason: "protected" };
  const newest = user.most_recent_tweet_id ?? user.most_recent_post_id;
  const lastPostAt = newest === null ? null : instantOfPostId("x", newest);
  if (lastPostAt !== null) return { ...known, window, sided: "two", lastPostAt };
  if (known.counters.posts === 0) return { ...known, window, sided: "two" };
  // A field that is not there is not known: it proves no silence.
  return { ...known, status: "partial", reason: newest ? "undated_post_id" : "newest_post_not_told" };
}
