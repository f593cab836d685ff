import { policy } from "../../crawler/platforms/policy.ts";
import { type TokenName, tryToken } from "../../crawler/token-test.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import type { Command, Terminal } from "../command.ts";
import { networkFlags } from "../flag-sets.ts";
import type { Options } from "../flags.ts";
import { withWorld } from "../place.ts";
import { type PlannedStep, planReading } from "../reading.ts";
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
    const steps = folder ? await stepsOf(folder, options) : [];
    const tested = options.test ? await testAll(held, options, terminal) : {};
    const screens = tokenNames.map((name) => ({
      token: name,
      ...policy.tokens[name],
      held: name in held,
      test: tested[name] ?? null,
      reads: steps.filter(({ token }) => token === name),
    }));
    terminal.print(options.json ? `${JSON.stringify(screens)}\n` : `${screens.map(linesOf).join("\n\n")}\n`);
    return undefined;
  },
};

const tokenNames = ["x", "youtube", "meta"] as const satisfies readonly TokenName[];

async function stepsOf(folder: string, options: Options): Promise<PlannedStep[]> {
  const snapshot = reopenSnapshot(folder);
  try {
    return await planReading(snapshot, options.x);
  } finally {
    snapshot.close();
  }
}

/** Tries each token that the user has: `works`, or why it was not taken. */
async function testAll(held: Readonly<Record<string, string>>, options: Options, terminal: Terminal) {
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

interface Screen {
  name: string;
  variable: string;
  where: string;
  needs: string;
  test: string | null;
  held: boolean;
  reads: readonly PlannedStep[];
}

function linesOf({ name, variable, where, needs, test, held, reads }: Screen): string {
  const have = held
    ? `you have one${test ? `: ${test}` : " (--test tries it)"}`
    : `you have none; put it into ${variable}`;
  const costs = reads.map(({ name: platform, accounts, bill }) => {
    const [least, most] = bill?.usd ?? [0, 0];
    const dollars = least === most ? `$${most.toFixed(2)}` : `$${least.toFixed(2)} to $${most.toFixed(2)}`;
    const units = bill ? `${bill.units[0]} to ${bill.units[1]} times a ${bill.unit}` : "read already";
    return `  for this audit: ${accounts} accounts on ${platform}, ${units}, ${most === 0 ? "free" : dollars}`;
  });
  return [`${name}: ${have}`, `  from ${where}`, `  needs ${needs}`, ...costs].join("\n");
}
