#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { CommanderError, Option, Command as Program } from "commander";
import { version } from "../datasets/version.ts";
import type { Command, Terminal } from "./command.ts";
import { loadCommands } from "./commands/index.ts";
import { explainFailure } from "./failure.ts";
import { describeFlag, readOptions } from "./flags.ts";
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
  for (const command of await loadCommands(given[0])) {
    addCommand(program, command, async (args, options) => {
      code = (await command.run(args, readOptions(options), terminal)) ?? 0;
    });
  }
  try {
    await program.parseAsync(given, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const failure = explainFailure(error);
    terminal.tell(`${failure.message}\n`);
    return failure.exitCode;
  }
}

type Action = (given: string[], options: Record<string, unknown>) => Promise<void>;

function addCommand(program: Program, command: Command, action: Action): void {
  const sub = program.command(command.name).summary(command.summary).description(`${command.summary}.`);
  for (const argument of command.arguments) sub.argument(argument);
  for (const name of command.flags) {
    const { usage, description } = describeFlag(name);
    const option = new Option(usage, description);
    sub.addOption(
      name === "connectTo" ? option.argParser((rule, before: string[] = []) => [...before, rule]) : option,
    );
  }
  sub.addHelpText("after", `\nExample:\n  ${command.example}`);
  sub.action(() => action(sub.args, sub.opts()));
}

/** True when this file is what node was asked to run, also through the symbolic link that npm makes of a bin. */
const isProgram =
  process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href;
if (isProgram) process.exitCode = await main(process.argv.slice(2), processTerminal());
