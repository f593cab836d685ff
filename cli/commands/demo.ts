import { rmSync } from "node:fs";
import { join } from "node:path";
import { generateIndustry, readScenario } from "../../datasets/synthetic/index.ts";
import type { Scenario } from "../../datasets/synthetic/scenario.ts";
import type { Command } from "../command.ts";
import type { Options } from "../flags.ts";
import { rehearse, serveUntilStopped } from "../rehearsal.ts";

/** A whole audit on this machine, with the truth beside it. */
export const demoCommand: Command = {
  name: "demo",
  arguments: [],
  summary:
    "audit a synthetic industry served on this machine and print estimate against truth; no internet, no browser. --now moves its time, --seed draws another one, --serve serves it to any crawler",
  flags: ["out", "scenario", "seed", "now", "serve", "fresh", "evidence", "quiet", "json", "log"],
  example: "presence-audit demo",
  async run(_, options, terminal) {
    const named = readScenario(options.scenario ?? "small");
    const scenario = { ...named, seed: options.seed ?? named.seed };
    const folder =
      options.out ?? (named.name === "small" ? "presence-audit-demo" : `presence-audit-${named.name}`);
    if (options.fresh) rmSync(folder, { recursive: true, force: true });
    const instants = instantsOf(scenario, options);
    for (const now of options.serve ? instants.slice(0, 1) : instants) {
      const place = instants.length === 1 ? folder : join(folder, now.slice(0, 10));
      const industry = generateIndustry(scenario, now);
      if (options.serve) await serveUntilStopped(industry, folder, terminal);
      else await rehearse(industry, { ...options, out: place }, terminal);
    }
    return undefined;
  },
};

/** Every wave of the scenario, or the one instant asked for. */
function instantsOf({ now, waves }: Scenario, options: Options): string[] {
  return options.now ? [options.now] : [now, ...waves.map((wave) => wave.now)];
}
