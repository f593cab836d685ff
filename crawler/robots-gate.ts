import { instantOf } from "./clock.ts";
import type { Budget, WebResponse } from "./effects.ts";
import type { Failure } from "./failures.ts";
import { redirectOf } from "./redirects.ts";
import { parseRobots, type Robots, robotsFor } from "./robots.ts";
import type { RobotsCache } from "./robots-cache.ts";

/** What is known about an origin's robots.txt: its rules, or why nothing may be asked there. */
export type Verdict = { robots: Robots } | Failure;

/** What the gate works with. */
interface GateOptions {
  /** Product token, as robots.txt files name us. */
  agent: string;
  cache: RobotsCache;
  clock: () => number;
  /** One exchange, with all politeness but robots.txt itself. */
  ask: (url: string, budget: Budget) => Promise<WebResponse>;
}

/** Redirects of a robots.txt that are followed; after more it counts as absent (RFC 9309, section 2.3.1.2). */
const mostRedirects = 5;

/** Verdicts held in memory; older ones are read from the cache again. */
const mostHeld = 2_000;

/** How long rules are good for, and a failure: a host that was down for a moment is not lost to the whole audit. */
const rulesMs = 24 * 3_600_000;
const failureMs = 300_000;

/** What a robots.txt may cost with all its redirects. It has a budget of its own: whoever asks first may be short of time. */
const budgetMs = 30_000;

/**
 * Knows the robots.txt of every origin, fetched once: callers that come while it is under way share one answer. An answer of 4xx
 * allows all, 5xx forbids all (`robots_disallowed`, `robots_unreachable`), a network failure holds for the whole origin. The visit
 * that makes it ask pays for the time.
 */
export function openRobotsGate(options: GateOptions): (origin: string, payer?: Budget) => Promise<Verdict> {
  const { clock } = options;
  const held = new Map<string, { verdict: Promise<Verdict>; until: number }>();
  const hold = (origin: string, verdict: Promise<Verdict>) => {
    if (held.size >= mostHeld) held.delete(held.keys().next().value ?? "");
    const kept = { verdict, until: Number.POSITIVE_INFINITY };
    held.set(origin, kept);
    return kept;
  };
  const fetchAndHold = async (origin: string, payer: Budget | undefined): Promise<Verdict> => {
    const budget = { leftMs: budgetMs };
    const { verdict, reached, learntAt } = await learn(origin, budget, options);
    if (payer !== undefined) payer.leftMs -= budgetMs - budget.leftMs;
    const until = learntAt + ("robots" in verdict ? rulesMs : failureMs);
    for (const each of [origin, ...reached]) {
      const kept = held.get(each) ?? hold(each, Promise.resolve(verdict));
      kept.until = Math.min(kept.until, until);
    }
    return verdict;
  };
  return (origin, payer) => {
    const known = held.get(origin);
    if (known !== undefined && clock() < known.until) return known.verdict;
    held.delete(origin);
    return hold(origin, fetchAndHold(origin, payer)).verdict;
  };
}

/** The verdict on an origin from cache or web, when it was learnt, and all origins it holds for. */
async function learn(origin: string, budget: Budget, { agent, cache, clock, ask }: GateOptions) {
  const entry = cache.get(origin);
  if (entry !== null) {
    return { verdict: verdictOfText(entry.text), reached: [], learntAt: Date.parse(entry.fetchedAt) };
  }
  const { answer, reached } = await fetchRobots(origin, (url) => ask(url, budget));
  const verdict = verdictOf(answer);
  const learntAt = clock();
  if (!("robots" in verdict)) return { verdict, reached: [], learntAt };
  const text = robotsFor(verdict.robots, agent);
  for (const each of reached) cache.put({ origin: each, fetchedAt: instantOf(learntAt), text });
  return { verdict: verdictOfText(text), reached, learntAt };
}

const verdictOfText = (text: string): Verdict => ({ robots: parseRobots(Buffer.from(text, "latin1")) });

/**
 * Asks for the robots.txt of an origin and follows it.
 *
 * @returns the last answer, null when redirects did not end, and the origins whose robots.txt it is: those on the way share it
 */
async function fetchRobots(origin: string, ask: (url: string) => Promise<WebResponse>) {
  const reached: string[] = [];
  const asked = new Set<string>();
  let url = `${origin}/robots.txt`;
  for (let redirects = 0; redirects <= mostRedirects && !asked.has(url); redirects += 1) {
    asked.add(url);
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
