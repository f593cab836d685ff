import { expect, test } from "vitest";
import { z } from "zod";
import { directoryOf } from "../../../../datasets/synthetic/directory.ts";
import type { SyntheticAccount } from "../../../../datasets/synthetic/industry.ts";
import { answerMastodon } from "../../../../datasets/synthetic/platforms/mastodon.ts";
import { postsOf } from "../../../../datasets/synthetic/posts.ts";
import { industry, scenario, someAccount } from "../small.ts";

const closed = scenario.instances.filter(({ needsLogin }) => needsLogin).map(({ host }) => host);
const hostOf = ({ account }: SyntheticAccount) => account.split("@")[1] ?? "";
const userOf = ({ account }: SyntheticAccount) => account.split("@")[0] ?? "";
const found = (fits: (account: SyntheticAccount) => boolean) =>
  someAccount(
    (account) => account.platform === "mastodon" && !closed.includes(hostOf(account)) && fits(account),
  );

/** The industry's directory, with another access to one account. */
const withAccess = (changed: SyntheticAccount, access: SyntheticAccount["access"]) =>
  directoryOf({
    ...industry,
    accounts: industry.accounts.map((account) => (account === changed ? { ...account, access } : account)),
  });
const ask = (address: string, directory = directoryOf(industry)) => {
  const url = new URL(address);
  const asked = { scheme: "https" as const, host: url.host, path: url.pathname, query: url.searchParams };
  return answerMastodon(asked, { host: url.host, needsLogin: closed.includes(url.host) }, directory);
};
const lookUp = (account: SyntheticAccount, directory = directoryOf(industry)) =>
  ask(`https://${hostOf(account)}/api/v1/accounts/lookup?acct=${userOf(account)}`, directory);
const Profile = z.looseObject({
  id: z.string(),
  statuses_count: z.int(),
  last_status_at: z.string().nullable(),
});
const Statuses = z.array(
  z.looseObject({
    id: z.string(),
    created_at: z.string(),
    in_reply_to_account_id: z.string().nullable(),
    reblog: z.unknown(),
  }),
);
const profileOf = (account: SyntheticAccount) => Profile.parse(JSON.parse(lookUp(account).body));
const statusesOf = (account: SyntheticAccount, query = "") =>
  ask(`https://${hostOf(account)}/api/v1/accounts/${profileOf(account).id}/statuses${query}`);

const open = found(({ access, process }) => access === "open" && process === "busy");
const posts = postsOf(open, scenario.seed);

test("robots are kept from media and interaction only", () => {
  expect(ask("https://mastodon.social/robots.txt").body).toBe(
    "User-agent: *\nDisallow: /media_proxy/\nDisallow: /interact/\n",
  );
});

test("a look-up tells id, posts and the day of the newest, as coarse as the real one", () => {
  const profile = profileOf(open);
  expect(profile).toMatchObject({
    username: userOf(open),
    statuses_count: posts.length,
    last_status_at: new Date(posts[0]?.at ?? 0).toISOString().slice(0, 10),
    noindex: false,
  });
  expect(profile["created_at"]).toMatch(/T00:00:00\.000Z$/);
});

test("turning all pages by the Link header gives every post once, newest first", () => {
  const times: string[] = [];
  let next: string | undefined =
    `https://${hostOf(open)}/api/v1/accounts/${profileOf(open).id}/statuses?limit=40`;
  while (next !== undefined) {
    const answer = ask(next);
    times.push(...Statuses.parse(JSON.parse(answer.body)).map(({ created_at }) => created_at));
    next = /^<([^>]+)>; rel="next"$/.exec(answer.headers["link"] ?? "")?.[1];
  }
  expect(times).toEqual(posts.map(({ at }) => new Date(at).toISOString()));
  expect(times.length).toBeGreaterThan(80);
});

test("a page holds 20 posts unless asked, and never more than 40", () => {
  const count = (query: string) => Statuses.parse(JSON.parse(statusesOf(open, query).body)).length;
  expect(count("")).toBe(20);
  expect(count("?limit=80")).toBe(40);
  expect(count("?limit=1")).toBe(1);
});

test("boosts and replies can be left out", () => {
  const all = Statuses.parse(
    JSON.parse(statusesOf(open, "?limit=40&exclude_reblogs=true&exclude_replies=true").body),
  );
  expect(all).toHaveLength(40);
  expect(all.every(({ reblog }) => reblog === null)).toBe(true);
  expect(all.every(({ in_reply_to_account_id: to }) => to === null || to === profileOf(open).id)).toBe(true);
});

test("ids tell the time: milliseconds above 16 bits", () => {
  const [newest] = Statuses.parse(JSON.parse(statusesOf(open, "?limit=1").body));
  expect(Number(BigInt(newest?.id ?? 0) >> 16n)).toBe(posts[0]?.at);
});

test("every answer of the interface carries the limits", () => {
  expect(lookUp(open).headers).toMatchObject({
    "x-ratelimit-limit": "300",
    "x-ratelimit-reset": "2026-09-30T12:05:00.000Z",
  });
});

test("a server that wants a login gives nothing but its robots.txt", () => {
  const [host] = closed;
  expect(ask(`https://${host}/api/v1/accounts/lookup?acct=anybody`)).toMatchObject({
    status: 401,
    body: '{"error":"This API requires an authenticated user"}',
  });
  expect(ask(`https://${host}/robots.txt`).status).toBe(200);
});

test("an unknown and a neighbour's account are not found", () => {
  const elsewhere = scenario.instances.find(
    ({ host, needsLogin }) => host !== hostOf(open) && !needsLogin,
  )?.host;
  const missing = { status: 404, body: '{"error":"Record not found"}' };
  expect(ask(`https://${hostOf(open)}/api/v1/accounts/lookup?acct=nobody`)).toMatchObject(missing);
  expect(ask(`https://${elsewhere}/api/v1/accounts/${profileOf(open).id}/statuses`)).toMatchObject(missing);
});

test("an account can be looked up with its server's name and a leading @", () => {
  expect(ask(`https://${hostOf(open)}/api/v1/accounts/lookup?acct=@${open.account}`).status).toBe(200);
});

test("an account that moved names its successor and shows no posts; the successor has them", () => {
  const moved = withAccess(open, "moved");
  const old = JSON.parse(lookUp(open, moved).body);
  expect(old).toMatchObject({
    statuses_count: 0,
    last_status_at: null,
    moved: { username: `${userOf(open)}_new` },
  });
  const pageOf = (id: string) => ask(`https://${hostOf(open)}/api/v1/accounts/${id}/statuses`, moved).body;
  expect(pageOf(old.id)).toBe("[]");
  expect(Statuses.parse(JSON.parse(pageOf(old.moved.id)))).toHaveLength(20);
  const successor = ask(`https://${hostOf(open)}/api/v1/accounts/lookup?acct=${userOf(open)}_new`, moved);
  expect(JSON.parse(successor.body)).toEqual(old.moved);
  expect(old.moved).toMatchObject({ statuses_count: posts.length });
});

test("a suspended account says so and shows nothing; a missing one is not found", () => {
  const suspended = JSON.parse(lookUp(open, withAccess(open, "suspended")).body);
  expect(suspended).toMatchObject({ suspended: true, statuses_count: 0 });
  expect(lookUp(open, withAccess(open, "missing")).status).toBe(404);
});

test("who asks not to be indexed says so", () => {
  expect(JSON.parse(lookUp(open, withAccess(open, "opted_out")).body)).toMatchObject({ noindex: true });
});
