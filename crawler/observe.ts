import type { AuditConfig } from "../datasets/config.ts";
import { observationKey } from "../datasets/journals.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Company, Observation, Post } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import { writeAliases } from "./aliases.ts";
import { clock, instantOf } from "./clock.ts";
import type { Effects } from "./effects.ts";
import { excludedIds, readExclusions } from "./exclusions.ts";
import { observationsOnPages, type Seen } from "./page-posts.ts";
import { platforms as registry } from "./platforms/index.ts";
import { type Failure, failed, subjectOf } from "./platforms/observers/observation.ts";
import type { Observer, Period, Platform } from "./platforms/platform.ts";
import { policy } from "./platforms/policy.ts";
import { lastingOf, nextObserver, observersLeft, observersOf, openSources, type Sources } from "./sources.ts";
import type { Stage } from "./stage.ts";

/** An account to be observed, and what earlier runs saw of it. */
export interface Asked {
  account: Account;
  seen: readonly Observation[];
}

interface Observing extends Pick<AuditConfig, "lookback"> {
  sources?: Sources;
  platforms?: readonly Platform[];
}

/**
 * Observes accounts by their platforms' observers in their order, until one has seen the posts; accounts that one request can ask
 * about go together. Where nobody may see them, one observation says so: the account is there, and how often it posts is unknown.
 */
export function observeAccounts(options: Observing): Stage<Asked, Observation> {
  const scope = scopeOf(options);
  return {
    name: "observe",
    keyOf: ({ account }) => account.accountId,
    run: (asked, effects) => goOn(fresh(asked), scope, effects),
    batch: {
      cut: (asked) => cut(asked, scope),
      run: (asked, effects) => observeTogether(asked.map(fresh), scope, effects),
    },
    outcomeOf: (observations) => observations.at(-1)?.status ?? "nothing",
  };
}

/**
 * Who will be asked about which accounts, if every one of them answers: what a run may cost.
 *
 * @returns observers in the order in which they are first asked
 */
export function readersOf(
  asked: readonly Asked[],
  now: string,
  options: Observing,
): Map<Observer, Account[]> {
  const { sources = openSources } = options;
  const scope = scopeOf(options);
  const readers = new Map<Observer, Account[]>();
  for (const { account, seen } of asked.map(fresh)) {
    const timing = { again: sources.again, now };
    for (const observer of observersLeft(scope.observersFor(account), seen, timing)) {
      const accounts = readers.get(observer) ?? [];
      readers.set(observer, accounts);
      accounts.push(withId({ account, seen }));
    }
  }
  return readers;
}

/** What holds for all accounts of a run. */
interface Scope {
  platformOf(account: Account): Platform | undefined;
  observersFor(account: Account): Observer[];
  /** Who is to be asked next of an account. */
  nextFor(asked: Asked, now: string): Observer | null;
  periodBefore(now: string): Period;
}

function scopeOf({ lookback, sources = openSources, platforms = registry }: Observing): Scope {
  const byId = new Map(platforms.map((platform) => [platform.id, platform]));
  const platformOf = ({ platform }: Account) => byId.get(platform);
  const observersFor = (account: Account) => observersOf(platformOf(account), sources);
  return {
    platformOf,
    observersFor,
    nextFor: ({ account, seen }, now) =>
      nextObserver(observersFor(account), seen, { again: sources.again, now }),
    periodBefore: (to) => ({ from: new Date(Date.parse(to) - lookback * 86_400_000).toISOString(), to }),
  };
}

const fresh = ({ account, seen }: Asked): Asked => ({ account, seen: lastingOf(seen) });

async function goOn(asked: Asked, scope: Scope, effects: Effects): Promise<Observation[]> {
  const { account } = asked;
  const period = scope.periodBefore(effects.now());
  const seen = [...asked.seen];
  for (;;) {
    const next = scope.nextFor({ account, seen }, period.to);
    if (!next) break;
    seen.push(numbered(await next.observe(withId({ account, seen }), period, effects), seen));
  }
  if (seen.length > 0) return seen;
  const nobody = { name: "none", access: "none" } as const;
  return [failed(subjectOf(account, nobody, { period, effects }), whyNobody(scope.platformOf(account)))];
}

/** Accounts that could share a request, in lists no longer than it takes. */
function cut(asked: readonly Asked[], scope: Scope): Asked[][] {
  const groups = new Map<string, { most: number; members: Asked[] }>();
  for (const each of asked) {
    const { account } = each;
    const sharing = scope.observersFor(account).find(({ together }) => together)?.together;
    const name = sharing ? `${account.platform} ${sharing.groupOf(account)}` : account.accountId;
    const group = groups.get(name) ?? { most: sharing?.most ?? 1, members: [] };
    groups.set(name, group);
    group.members.push(each);
  }
  return [...groups.values()].flatMap(({ most, members }) =>
    Array.from({ length: Math.ceil(members.length / most) }, (_, at) =>
      members.slice(at * most, (at + 1) * most),
    ),
  );
}

/** Asks about all of a list at once where that can be, then about each what is left to ask. */
function observeTogether(asked: readonly Asked[], scope: Scope, effects: Effects): Promise<Observation[]>[] {
  const period = scope.periodBefore(effects.now());
  const sharing = asked.map((each) => scope.nextFor(each, period.to)).find((next) => next?.together);
  const sharers = asked.filter((each) => sharing && scope.nextFor(each, period.to) === sharing);
  const found = sharing?.together?.observe(sharers.map(withId), period, effects);
  return asked.map(async (each) => {
    const observation = (await found)?.[sharers.indexOf(each)];
    const seen = observation ? [...each.seen, numbered(observation, each.seen)] : each.seen;
    return goOn({ ...each, seen }, scope, effects);
  });
}

/** The account with its immutable id, where somebody has learnt it. */
function withId({ account, seen }: Asked): Account {
  const platformId = seen.findLast((each) => each.platformId !== null)?.platformId ?? account.platformId;
  return { ...account, platformId };
}

/** A later observation by the same observer has the next number. */
function numbered(observation: Observation, seen: readonly Observation[]): Observation {
  const before = seen.filter(({ observer }) => observer === observation.observer).length;
  if (before === 0) return observation;
  const observationId = observation.observationId.replace(/[^/]*$/, String(before + 1));
  return {
    ...observation,
    observationId,
    posts: observation.posts.map((post) => ({ ...post, observationId })),
  };
}

function whyNobody(platform: Platform | undefined): Failure {
  if (platform === undefined) return { status: "presence_only", reason: "unknown_platform" };
  if (platform.group === "closed_down") return { status: "gone", reason: "closed_platform" };
  const access = policy.platforms[platform.id]?.access;
  if (access === "token") return { status: "token_required", reason: "no_token" };
  return { status: "presence_only", reason: access === "public" ? "off_by_default" : "not_public" };
}

/**
 * Accounts that are a company's own, in code-unit order of accountId. People's profiles are never observed, nor are accounts of
 * companies that asked not to be audited.
 */
export async function ownAccounts(snapshot: Pick<Snapshot, "read" | "input">): Promise<Account[]> {
  const companies: Pick<Company, "companyId" | "website">[] = [];
  for await (const { companyId, website } of snapshot.read(tables.companies))
    companies.push({ companyId, website });
  const excluded = excludedIds(companies, readExclusions(snapshot.input("exclusions")));
  const own = new Set<string>();
  for await (const ownership of snapshot.read(tables.ownerships)) {
    const isObserved = ownership.own === "true" && ownership.kind !== "person";
    if (isObserved && !excluded.has(ownership.companyId)) own.add(ownership.accountId);
  }
  const accounts: Account[] = [];
  for await (const account of snapshot.read(tables.accounts)) {
    if (own.has(account.accountId)) accounts.push(account);
  }
  return accounts;
}

/** Own accounts of which there is more to know than earlier runs saw, in code-unit order of accountId, and when that was judged. */
export async function pendingAccounts(
  snapshot: Pick<Snapshot, "read" | "input" | "observations" | "config">,
  sources: Sources = openSources,
): Promise<{ pending: Asked[]; now: string }> {
  const { config, observations } = snapshot;
  const scope = scopeOf({ ...config, sources });
  const now = config.now ?? instantOf(clock());
  const isAnyMoreAsked = sources.on.size > 0;
  const accounts = await ownAccounts(snapshot);
  const pending = accounts.flatMap((account) => {
    if (!observations.has(account.accountId)) return [{ account, seen: [] }];
    if (!isAnyMoreAsked) return [];
    const asked = { account, seen: observations.get(account.accountId) };
    return scope.nextFor(fresh(asked), now) === null ? [] : [asked];
  });
  return { pending, now };
}

/**
 * The journalled observations, those that the companies' own pages give, and their posts as tables, in code-unit order of account
 * and id; one account in memory at a time.
 */
export async function writeObservations(
  snapshot: Pick<Snapshot, "observations" | "write"> & Seen,
): Promise<void> {
  const onPages = new Map((await observationsOnPages(snapshot)).map((each) => [each.accountId, each]));
  const places: { account: string; id: string; key: string | null }[] = [];
  for (const observation of snapshot.observations.read()) {
    const { accountId: account, observationId: id, status } = observation;
    places.push({ account, id, key: observationKey(observation) });
    if (finalStatuses.has(status)) onPages.delete(account);
  }
  for (const { accountId: account, observationId: id } of onPages.values())
    places.push({ account, id, key: null });
  places.sort((a, b) => byCodeUnit(a.account, b.account) || byCodeUnit(a.id, b.id));
  function* inOrder(): Generator<Observation> {
    for (const { account, id, key } of places) {
      const known = key === null ? [onPages.get(account)] : snapshot.observations.get(key);
      yield* known.filter((each) => each !== undefined).filter((each) => each.observationId === id);
    }
  }
  await snapshot.write(tables.observations, inOrder());
  await snapshot.write(tables.posts, postsOf(inOrder()));
  await writeAliases(snapshot);
}

/** What a platform says of an account, and what the account asks for, hold whatever a page still shows of it. */
const finalStatuses: ReadonlySet<Observation["status"]> = new Set([
  "gone",
  "opted_out",
  "protected",
] as const);

function* postsOf(observations: Iterable<Observation>): Generator<Post> {
  for (const { posts } of observations) yield* posts.toSorted((a, b) => byCodeUnit(a.postId, b.postId));
}
