import { policy } from "../../crawler/platforms/policy.ts";
import { type TokenName, tryToken } from "../../crawler/token-test.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import type { Command, Terminal } from "../command.ts";
import { networkFlags } from "../flag-sets.ts";
import type { Options } from "../flags.ts";
import { withWorld } from "../place.ts";
import { dollars, type PlannedStep, planReading, rungCosts } from "../reading.ts";
import { readTokens } from "../tokens.ts";

/** What each token is good for and costs, where to get it, and whether it works. */
export const tokensCommand: Command = {
  name: "tokens",
  arguments: ["[dir]"],
  summary:
    "say what each API token costs for an audit, and where to get it; with --test, try yours with one request",
  flags: ["test", "x", "tokens", "json", ...networkFlags],
  example: "presence-audit tokens audit-2026",
  async run([folder], options, terminal) {
    const held = readTokens(options, terminal.environment);
    const { steps, rungs } = folder ? await costsOf(folder, options) : { steps: [], rungs: [] };
    const tried = options.test ? await tryAll(held, options, terminal) : {};
    const screens = tokenNames.map((name) => ({
      token: name,
      ...policy.tokens[name],
      held: name in held,
      tried: tried[name] ?? null,
      reads: steps.filter(({ token }) => token === name),
      rungs: name === "x" ? rungs : [],
    }));
    terminal.print(options.json ? `${JSON.stringify(screens)}\n` : `${screens.map(linesOf).join("\n\n")}\n`);
    return undefined;
  },
};

const tokenNames = ["x", "youtube", "meta"] as const satisfies readonly TokenName[];

async function costsOf(folder: string, options: Options) {
  const snapshot = reopenSnapshot(folder);
  try {
    return { steps: await planReading(snapshot, options.x), rungs: await rungCosts(snapshot) };
  } finally {
    snapshot.close();
  }
}

/** Tries each token that the user has: `works`, or why it was not taken. */
async function tryAll(held: Readonly<Record<string, string>>, options: Options, terminal: Terminal) {
  const names = tokenNames.filter((name) => name in held);
  if (names.length === 0) return {};
  return withWorld(options, terminal, async (effects) => {
    const found: Partial<Record<TokenName, string>> = {};
    for (const name of names) {
      const failure = await tryToken(name, effects);
      found[name] = failure === null ? "works" : `${failure.status}, ${failure.reason}`;
    }
    return found;
  });
}

interface Screen extends Pick<(typeof policy.tokens)["x"], "name" | "variable" | "where" | "needs" | "test"> {
  held: boolean;
  /** What came of trying it; null where it was not tried. */
  tried: string | null;
  reads: readonly PlannedStep[];
  rungs: Awaited<ReturnType<typeof rungCosts>>;
}

function linesOf({ name, variable, where, needs, test, held, tried, reads, rungs }: Screen): string {
  const have = tried ? `you have one: ${tried}` : `you have one; --test ${test}`;
  const costs = reads.map(({ name: platform, accounts, bill }) => {
    const units = bill ? `${bill.units[0]} to ${bill.units[1]} ${bill.unit}s` : "read already";
    return `  for this audit: ${accounts} accounts on ${platform}, ${units}, ${dollars(bill?.usd ?? [0, 0])}`;
  });
  const told = rungs.map(({ rung, usd }) => `--x ${rung} ${dollars(usd)}`);
  return [
    `${name}: ${held ? have : `you have none; put it into ${variable}`}`,
    `  from ${where}`,
    `  needs ${needs}`,
    ...costs,
    ...(told.length > 0 ? [`  by rung: ${told.join(", ")}`] : []),
  ].join("\n");
}
