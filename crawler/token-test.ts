import { z } from "zod";
import type { Effects } from "./effects.ts";
import { businessDiscovery } from "./platforms/observers/instagram.ts";
import { askMeta, graph } from "./platforms/observers/meta-api.ts";
import type { Failure } from "./platforms/observers/observation.ts";
import { askX } from "./platforms/observers/x-api.ts";
import { xLookup } from "./platforms/observers/x-lookup.ts";
import { askForChannels } from "./platforms/observers/youtube.ts";
import type { policy } from "./platforms/policy.ts";

/** Names of the tokens that observers ask for. */
export type TokenName = keyof typeof policy.tokens;

const anything = z.object({});

/** One request each, to accounts of the platforms themselves. */
const tests: Readonly<Record<TokenName, (effects: Effects) => Promise<{ failure: Failure | null }>>> = {
  x: (effects) =>
    askX(
      {
        observer: xLookup,
        path: "/users/by",
        query: { usernames: "x" },
        schema: anything,
        members: { id: true },
        spent: () => ({ unit: "user read", units: 1 }),
      },
      effects,
    ),
  youtube: (effects) => askForChannels({ forHandle: "@youtube" }, effects),
  meta: (effects) =>
    askMeta(
      {
        observer: businessDiscovery,
        url: `${graph}/me`,
        query: { fields: "id" },
        schema: anything,
        members: { id: true },
      },
      effects,
    ),
};

/**
 * Tries a token with one request.
 *
 * @returns null when it was taken, else why not
 */
export async function tryToken(name: TokenName, effects: Effects): Promise<Failure | null> {
  return (await tests[name](effects)).failure;
}
