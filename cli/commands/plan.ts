import { planVisits } from "../../crawler/plan.ts";
import { openFrame } from "../begin.ts";
import type { Command } from "../command.ts";
import { auditConfig, withConfigFile } from "../settings.ts";

/** What an audit will take, before anything is sent. */
export const planCommand: Command = {
  name: "plan",
  arguments: ["<frame>"],
  summary: "tell sites, requests and least time of an audit; sends nothing",
  flags: ["columns", "segment", "include", "pagesPerSite", "delayMs", "config", "json"],
  example: "presence-audit plan cros",
  async run([frame = ""], given, terminal) {
    const options = withConfigFile(given);
    const config = auditConfig(options);
    const plan = planVisits(openFrame(frame, options).companies, config);
    if (options.json) {
      terminal.print(`${JSON.stringify(plan)}\n`);
      return undefined;
    }
    const lines = [
      `${plan.companies} companies, ${plan.sites} of them eligible with a website of their own`,
      `${plan.lanes} domains, at most ${plan.requests} requests: robots.txt and up to ${config.pagesPerSite} pages a site`,
      `at least ${plan.leastSeconds} seconds, since a domain is asked once in ${config.delayMs / 1_000} seconds`,
    ];
    terminal.print(`${lines.join("\n")}\n`);
    return undefined;
  },
};
