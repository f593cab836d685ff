import { policy } from "./policy.ts";

/** One observer switched on (`+telegram_preview`) or off (`-feed`), by its own name or its platform's. */
const written = /^([+-])(.+)$/;

/** Names of observers without a token that the user wants, and that the user does not want. */
export interface Switched {
  on: ReadonlySet<string>;
  off: ReadonlySet<string>;
}

/** Reads the switches of `--observers`; of several that mean one observer the last counts. */
export function switched(switches: readonly string[]): Switched {
  const [on, off] = [new Set<string>(), new Set<string>()];
  for (const each of switches) {
    const [, sign, meant = ""] = written.exec(each) ?? [];
    for (const name of meantBy(meant)) {
      (sign === "+" ? on : off).add(name);
      (sign === "+" ? off : on).delete(name);
    }
  }
  return { on, off };
}

const openObservers = () =>
  Object.keys(policy.observers).filter((name) => policy.observers[name]?.access === "public");

const meantBy = (meant: string) =>
  openObservers().filter((name) => name === meant || policy.observers[name]?.platform === meant);

/** What is wrong with a switch; null when it means an observer that needs no token. */
export function faultOfSwitch(given: string): string | null {
  const [, , meant = ""] = written.exec(given) ?? [];
  if (meantBy(meant).length > 0) return null;
  return `"${given}" is no observer. Write +NAME or -NAME, with one of ${openObservers().join(", ")}`;
}

/** What a user who switches observers on has to know of them, a sentence each. */
export function reasonsAgainst({ on }: Switched): string[] {
  return [...on].sort().flatMap((name) => {
    const facts = policy.observers[name];
    if (facts === undefined || facts.onByDefault) return [];
    const { note, source, checkedOn } = facts;
    return [`${name} is off unless asked for: ${note ?? "see its source"} (${source}, read on ${checkedOn})`];
  });
}
