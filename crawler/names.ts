import { lookup, Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import pLimit from "p-limit";
import { failureError, failureOf, hasCode } from "./failures.ts";
import { isPublicAddress, type Route } from "./guard.ts";

/** Looks a name up: all its addresses, the better ones first. Rejects when it has none. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/** Names and their addresses; `close` gives up what is under way. */
export interface Names {
  /**
   * Addresses one may connect to for a route. Whoever connects must use these very ones: asking again could bring others (DNS
   * rebinding). Rejects with a `failureError`: `guarded` when even one address is not public, `dns_error`, or `timeout`.
   */
  addressesOf(route: Route): Promise<readonly string[]>;
  close(): void;
}

/** How long an answer is good for, and how many are kept. */
const keptMs = 60_000;
const mostKept = 5_000;

/** Opens the name service. `look` stands in for the internet's, but never for names the user gave with `--connect-to`. */
export function openNames(lookupMs: number, look?: Lookup): Names {
  const resolver = new Resolver({ timeout: Math.ceil(lookupMs / 4), tries: 2 });
  const lookPublic = look ?? publicLookup(resolver);
  const kept = new Map<string, { until: number; answer: Promise<readonly string[]> }>();
  const ask = ({ host, exempt }: Route): Promise<readonly string[]> => {
    const now = performance.now();
    const key = `${exempt} ${host}`;
    const known = kept.get(key);
    if (known !== undefined && known.until > now) return known.answer;
    if (kept.size >= mostKept) kept.clear();
    const answer = within(lookupMs, exempt ? systemLookup(host) : lookPublic(host)).catch(asDnsFailure);
    kept.set(key, { until: now + keptMs, answer });
    return answer;
  };
  return {
    async addressesOf(route) {
      const addresses = isIP(route.host) === 0 ? await ask(route) : [route.host];
      if (route.exempt || addresses.every(isPublicAddress)) return addresses;
      throw failureError("guarded", "private_address");
    },
    close: () => resolver.cancel(),
  };
}

function asDnsFailure(cause: unknown): never {
  const { outcome, reason } = failureOf(cause);
  const isKnown = outcome === "timeout" || outcome === "dns_error";
  throw failureError(isKnown ? outcome : "dns_error", isKnown ? reason : "no_answer", cause);
}

/** Rejects with `timeout` when `work` takes longer than `ms`. */
function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(failureError("timeout", "lookup")), ms).unref();
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Asks the name servers directly: the system's own look-up holds one of Node's four worker threads for every dead name, and the
 * disk with it. It is asked only, two at a time, where no name server answers.
 */
function publicLookup(resolver: Resolver): Lookup {
  const twoAtATime = pLimit(2);
  return async (host) => {
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [four, six].flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    if (found.length > 0) return found;
    if (four.status === "rejected" && hasCode(four.reason, "ENOTFOUND", "ENODATA", "ECANCELLED"))
      throw four.reason;
    return twoAtATime(() => systemLookup(host));
  };
}

/** Asks as every other program on this machine does, hosts file included. */
async function systemLookup(host: string): Promise<readonly string[]> {
  const answers = await lookup(host, { all: true });
  return answers.map(({ address }) => address).sort((a, b) => isIP(a) - isIP(b));
}
