import type { Declaration, PageCapture } from "../datasets/schema.ts";
import type { Effects } from "./effects.ts";
import { explain } from "./platforms/resolve.ts";
import { redirectOf } from "./redirects.ts";

/** Short links of one site that are followed; a list of accounts has fewer. */
const mostLinks = 10;

/** Shorteners of shorteners that are asked. */
const mostHops = 3;

/** How long the shorteners of one site may take to answer in all: they are no fault of the site. */
const shortenersMs = 10_000;

/**
 * Asks shorteners where the short links of some pages lead. Nothing is fetched there: only the shortener's `Location` is read.
 *
 * @returns the same captures, their declarations with `leadsTo` where a shortener said it
 */
export async function followShortLinks(
  captures: readonly PageCapture[],
  effects: Effects,
): Promise<PageCapture[]> {
  const declares = captures.flatMap((capture) => capture.declares);
  const unknown = new Set(declares.flatMap(({ href, leadsTo }) => (leadsTo === null ? href : [])));
  const short = [...unknown].filter(isShort);
  const budget = { leftMs: shortenersMs };
  const leads = new Map<string, string | null>();
  for (const href of short.slice(0, mostLinks)) leads.set(href, await leadOf(href, budget, effects));
  if (leads.size === 0) return [...captures];
  const followed = (declaration: Declaration) => ({
    ...declaration,
    leadsTo: declaration.leadsTo ?? leads.get(declaration.href) ?? null,
  });
  return captures.map((capture) => ({ ...capture, declares: capture.declares.map(followed) }));
}

const isShort = (href: string) => explain(href, href).reason === "needs_resolve";

async function leadOf(href: string, budget: { leftMs: number }, effects: Effects): Promise<string | null> {
  let url = href;
  for (let hops = 0; hops < mostHops; hops += 1) {
    const next = redirectOf(await effects.fetch({ url, kind: "short_link", budget }));
    if (next === null) return null;
    if (!isShort(next)) return next;
    url = next;
  }
  return null;
}
