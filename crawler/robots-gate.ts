import { instantOf } from "./clock.ts";
import type { WebResponse } from "./effects.ts";
import type { Failure } from "./failures.ts";
import { redirectOf } from "./redirects.ts";
import { parseRobots, type Robots, robotsFor } from "./robots.ts";
import type { RobotsCache } from "./robots-cache.ts";

/** What is known about an origin's robots.txt: its rules, or why nothing may be asked there. */
export type Verdict = { robots: Robots } | Failure;

/** What the gate works with. */
export interface GateOptions {
  /** Product token, as robots.txt files name us. */
  agent: string;
  cache: RobotsCache;
  clock: () => number;
  /** One exchange, with all politeness but robots.txt itself. */
  ask: (url: string) => Promise<WebResponse>;
}

/** Redirects of a robots.txt that are followed; after more it counts as absent (RFC 9309, section 2.3.1.2). */
const mostRedirects = 5;

/** Verdicts held in memory; older ones are read from the cache again. */
const mostHeld = 2_000;

/**
 * Knows the robots.txt of every origin, fetched once: callers that come while it is under way share one answer. An answer of 4xx
 * allows all, 5xx forbids all (`robots_disallowed`, `robots_unreachable`), a network failure holds for the whole origin.
 */
export function openRobotsGate({
  agent,
  cache,
  clock,
  ask,
}: GateOptions): (origin: string) => Promise<Verdict> {
  const held = new Map<string, Promise<Verdict>>();
  const learn = async (origin: string): Promise<Verdict> => {
    const entry = cache.get(origin);
    if (entry !== null) return { robots: parseRobots(Buffer.from(entry.text, "latin1")) };
    const { answer, reached } = await fetchRobots(origin, ask);
    const verdict = verdictOf(answer);
    if (!("robots" in verdict)) return verdict;
    const text = robotsFor(verdict.robots, agent);
    const binding = { robots: parseRobots(Buffer.from(text, "latin1")) };
    for (const each of reached) {
      cache.put({ origin: each, fetchedAt: instantOf(clock()), text });
      if (!held.has(each)) held.set(each, Promise.resolve(binding));
    }
    return binding;
  };
  return (origin) => {
    const known = held.get(origin);
    if (known !== undefined) return known;
    if (held.size >= mostHeld) held.delete(held.keys().next().value ?? "");
    const verdict = learn(origin);
    held.set(origin, verdict);
    return verdict;
  };
}

/**
 * Asks for the robots.txt of an origin and follows it.
 *
 * @returns the last answer, null when redirects did not end, and the origins whose robots.txt it is: those on the way share it
 */
async function fetchRobots(origin: string, ask: GateOptions["ask"]) {
  const reached: string[] = [];
  let url = `${origin}/robots.txt`;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const current = new URL(url);
    if (url === `${current.origin}/robots.txt`) reached.push(current.origin);
    const answer = await ask(url);
    const next = redirectOf(answer);
    if (next === null) return { answer, reached };
    url = next;
  }
  return { answer: null, reached };
}

function verdictOf(answer: WebResponse | null): Verdict {
  if (answer === null) return { robots: parseRobots("") };
  const { status, outcome, reason } = answer;
  if (status === null) return { outcome, reason };
  if (status >= 500) return { outcome: "robots_disallowed", reason: "robots_unreachable" };
  return { robots: parseRobots(status < 300 ? answer.body : "") };
}
