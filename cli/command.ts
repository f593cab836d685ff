import type { Effects } from "../crawler/effects.ts";
import type { FlagName, Options } from "./flags.ts";
import type { Open } from "./opener.ts";

/** What a command may use of the terminal and the process. */
export interface Terminal {
  /** Writes to standard output: what the user asked for. */
  print(text: string): void;
  /** Writes to standard error: progress, notes, warnings. */
  tell(text: string): void;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** Standard error is a terminal of a person. */
  isInteractive: boolean;
  /** Characters in a line of the screen that standard output goes to; null where it goes to none. */
  columns: number | null;
  /** Whether standard output may be coloured. */
  hasColour: boolean;
  /** Opens a place in a file for the person before the screen; absent where nobody sits there. */
  open?: Open;
  environment: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user wants to stop. */
  signal: AbortSignal;
}

/** One command: what the help, the documentation and the parser are made from. */
export interface Command {
  name: string;
  /** Arguments in commander's notation: `<frame>` `[file]` `<companies...>`. */
  arguments: readonly string[];
  /** One sentence. */
  summary: string;
  flags: readonly FlagName[];
  /** A line that works. */
  example: string;
  /** Further lines that work, for the help. */
  moreExamples?: readonly string[];
  /** @returns the exit code where it is not 0 */
  run(given: readonly string[], options: Options, terminal: Terminal): Promise<number | undefined>;
}

/** Sends events to whoever wants them. */
export type Listener = (event: Parameters<Effects["emit"]>[0]) => void;
