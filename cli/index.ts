#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { CommanderError, Option, Command as Program } from "commander";
import { version } from "../datasets/version.ts";
import type { Command, Terminal } from "./command.ts";
import { loadCommands } from "./commands/index.ts";
import { tuneEngine } from "./engine.ts";
import { explainFailure } from "./failure.ts";
import { rareFlags } from "./flag-sets.ts";
import { describeFlag, type FlagName, readOptions } from "./flags.ts";
import { processTerminal } from "./terminal.ts";

/**
 * Runs one command line.
 *
 * @param given arguments behind the program's name
 * @returns the exit code: 0 done, 1 a bug or a difference found, 2 bad usage or input, 3 stopped and resumable
 */
export async function main(given: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = new Program("presence-audit")
    .description(
      "Audits the public social presence of an industry: who has which accounts, how often they post, and how sure one can be.",
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.tell })
    .showHelpAfterError("(presence-audit COMMAND --help says more)");
  const tellsAll = given.includes("--help-all");
  for (const command of await loadCommands(given[0])) {
    const sub = addCommand(program, command, tellsAll);
    sub.action(async () => {
      code = (await command.run(sub.args, readOptions(sub.opts()), terminal)) ?? 0;
    });
  }
  try {
    await program.parseAsync(tellsAll ? [...given, "--help"] : given, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const failure = explainFailure(error);
    terminal.tell(`${failure.message}\n`);
    return failure.exitCode;
  }
}

/** Options of which a screen has room; a command with more tells its rarer ones by `--help-all`. */
const mostOptions = 12;

function addCommand(program: Program, command: Command, tellsAll: boolean): Program {
  const { name, summary, flags, example, moreExamples = [] } = command;
  const sub = program.command(name).summary(summary).description(`${summary}.`);
  for (const argument of command.arguments) sub.argument(argument);
  const rare = flags.length > mostOptions && !tellsAll ? flags.filter((flag) => rareFlags.has(flag)) : [];
  for (const flag of flags) sub.addOption(optionOf(flag).hideHelp(rare.includes(flag)));
  const names = rare.map((flag) => describeFlag(flag).usage.replace(/ .*/, "")).join(" ");
  sub.addOption(new Option("--help-all", "display the rarer options, too").hideHelp(rare.length === 0));
  const more = rare.length > 0 ? [`Rarer options: ${names}`, ""] : [];
  const lines = [...more, "Example:", ...[example, ...moreExamples].map((line) => `  ${line}`)];
  return sub.addHelpText("after", `\n${lines.join("\n")}`);
}

function optionOf(flag: FlagName): Option {
  const { usage, description } = describeFlag(flag);
  const option = new Option(usage, description);
  if (flag !== "connectTo") return option;
  return option.argParser((rule, before: string[] = []) => [...before, rule]);
}

/** True when this file is what node was asked to run, also through the symbolic link that npm makes of a bin. */
const isProgram =
  process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href;
if (isProgram) {
  tuneEngine();
  process.exitCode = await main(process.argv.slice(2), processTerminal());
}
