/** What a crawler may do wrong. */
export const violationKinds = [
  "too_fast",
  "at_once",
  "robots",
  "no_robots_first",
  "closed_platform",
  "unknown_host",
  "unidentified",
] as const;
export type ViolationKind = (typeof violationKinds)[number];

/** One rule broken on one host. */
export interface Violation {
  host: string;
  kind: ViolationKind;
  /** How often. */
  count: number;
  /** Path of the first time, and the gap in milliseconds where the rule is one of time. */
  example: string;
}

/** One request as it reached the server. */
export interface Arrival {
  host: string;
  path: string;
  agent: string;
  /** Milliseconds of a clock that never goes back. */
  at: number;
  /** What stands behind the host: a platform that forbids robots, nobody, or a site. */
  owner: "closed" | "nobody" | "site";
  isDisallowed: boolean;
}

/** Watches how a crawler treats each host. Memory grows with hosts, not with requests. */
export interface Oracle {
  /** Notes a request that arrived; the function that comes back is to be called once when its answer is over. */
  arrived(arrival: Arrival): () => void;
  requests(): number;
  violations(): Violation[];
}

interface HostState {
  lastAt: number;
  open: number;
  hasAskedRobots: boolean;
}

/**
 * @param delayMs least time between two requests that the crawler promised; 0 judges no gaps. Gaps are judged with a tolerance
 *   of 5 % and 20 ms, since they are measured on arrival and both sides share a machine
 */
export function createOracle(delayMs: number): Oracle {
  const hosts = new Map<string, HostState>();
  const violations = new Map<string, Violation>();
  let requests = 0;
  const report = (host: string, kind: ViolationKind, example: string) => {
    const known = violations.get(`${host} ${kind}`);
    if (known) known.count += 1;
    else violations.set(`${host} ${kind}`, { host, kind, count: 1, example });
  };
  const arrived = (arrival: Arrival) => {
    const { host, at } = arrival;
    const state = hosts.get(host) ?? { lastAt: Number.NEGATIVE_INFINITY, open: 0, hasAskedRobots: false };
    hosts.set(host, state);
    for (const [kind, example] of faultsOf(arrival, state, delayMs)) report(host, kind, example);
    requests += 1;
    state.lastAt = at;
    state.open += 1;
    state.hasAskedRobots ||= arrival.path === "/robots.txt";
    return () => {
      state.open -= 1;
    };
  };
  const byKey = () => [...violations].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, violation]) => violation);
  return { arrived, requests: () => requests, violations: byKey };
}

/** What is wrong with one request, given what its host has seen so far. */
function faultsOf(arrival: Arrival, state: HostState, delayMs: number): [ViolationKind, string][] {
  const { path, at, owner, agent } = arrival;
  const gap = at - state.lastAt;
  const isRobots = path === "/robots.txt";
  const checks: readonly [ViolationKind, boolean][] = [
    ["too_fast", gap < delayMs * 0.95 - 20],
    ["at_once", state.open > 0],
    ["robots", arrival.isDisallowed && !isRobots],
    ["no_robots_first", owner === "site" && !isRobots && !state.hasAskedRobots],
    ["closed_platform", owner === "closed" && !isRobots],
    ["unknown_host", owner === "nobody"],
    ["unidentified", !agent.startsWith("presence-audit/")],
  ];
  const example = Number.isFinite(gap) ? `${path} after ${Math.round(gap)} ms` : path;
  return checks.flatMap(([kind, isBroken]) => (isBroken ? [[kind, example]] : []));
}
