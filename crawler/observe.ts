import type { AuditConfig } from "../datasets/config.ts";
import { byCodeUnit } from "../datasets/order.ts";
import type { Account, Observation, Post } from "../datasets/schema.ts";
import { observationKey, type Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";
import type { Effects } from "./effects.ts";
import { platforms as registry } from "./platforms/index.ts";
import { type Failure, failed, subjectOf } from "./platforms/observers/observation.ts";
import type { Period, Platform } from "./platforms/platform.ts";
import { policy } from "./platforms/policy.ts";
import type { Stage } from "./stage.ts";

/**
 * Observes an account by its platform's observers in their order, until one has seen its posts. Where nobody logged out may see
 * them, one observation says so: the account is there, and how often it posts is unknown.
 */
export function observeAccount(
  { lookback }: Pick<AuditConfig, "lookback">,
  platforms: readonly Platform[] = registry,
): Stage<Account, Observation> {
  const byId = new Map(platforms.map((platform) => [platform.id, platform]));
  return {
    name: "observe",
    keyOf: (account) => account.accountId,
    run: (account, effects) => observe(account, byId.get(account.platform), { lookback, effects }),
    outcomeOf: (observations) => observations.at(-1)?.status ?? "nothing",
  };
}

async function observe(
  account: Account,
  platform: Platform | undefined,
  { lookback, effects }: { lookback: number; effects: Effects },
): Promise<Observation[]> {
  const period = periodBefore(effects.now(), lookback);
  const observations: Observation[] = [];
  for (const observer of platform?.observers ?? []) {
    const observation = await observer.observe(account, period, effects);
    observations.push(observation);
    if (!worthAnother.has(observation.status)) break;
  }
  const nobody = { name: "none", access: "none" } as const;
  return observations.length > 0
    ? observations
    : [failed(subjectOf(account, nobody, { period, effects }), whyNobody(platform))];
}

function periodBefore(to: string, days: number): Period {
  return { from: new Date(Date.parse(to) - days * 86_400_000).toISOString(), to };
}

/** Statuses after which another source may see more. What the account itself chose holds for every source. */
const worthAnother: ReadonlySet<Observation["status"]> = new Set([
  "partial",
  "token_required",
  "blocked",
  "rate_limited",
  "error",
] as const);

function whyNobody(platform: Platform | undefined): Failure {
  if (platform === undefined) return { status: "presence_only", reason: "unknown_platform" };
  if (platform.group === "closed_down") return { status: "gone", reason: "closed_platform" };
  const access = policy.platforms[platform.id]?.access;
  if (access === "token") return { status: "token_required", reason: "no_token" };
  return { status: "presence_only", reason: access === "public" ? "off_by_default" : "not_public" };
}

/** Accounts that are a company's own, in code-unit order of accountId. People's profiles are never observed. */
export async function ownAccounts(snapshot: Pick<Snapshot, "read">): Promise<Account[]> {
  const own = new Set<string>();
  for await (const ownership of snapshot.read(tables.ownerships)) {
    if (ownership.own === "true" && ownership.kind !== "person") own.add(ownership.accountId);
  }
  const accounts: Account[] = [];
  for await (const account of snapshot.read(tables.accounts)) {
    if (own.has(account.accountId)) accounts.push(account);
  }
  return accounts;
}

/** The journalled observations and their posts as tables, both in code-unit order of account and id; one account in memory at a time. */
export async function writeObservations(snapshot: Pick<Snapshot, "observations" | "write">): Promise<void> {
  const places: { account: string; id: string; key: string }[] = [];
  for (const observation of snapshot.observations.read()) {
    const { accountId: account, observationId: id } = observation;
    places.push({ account, id, key: observationKey(observation) });
  }
  places.sort((a, b) => byCodeUnit(a.account, b.account) || byCodeUnit(a.id, b.id));
  function* inOrder(): Generator<Observation> {
    for (const { id, key } of places) {
      yield* snapshot.observations.get(key).filter(({ observationId }) => observationId === id);
    }
  }
  await snapshot.write(tables.observations, inOrder());
  await snapshot.write(tables.posts, postsOf(inOrder()));
}

function* postsOf(observations: Iterable<Observation>): Generator<Post> {
  for (const { posts } of observations) yield* posts.toSorted((a, b) => byCodeUnit(a.postId, b.postId));
}
