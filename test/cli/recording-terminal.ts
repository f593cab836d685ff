import type { Terminal } from "../../cli/command.ts";

/** A terminal that keeps what it is given; `printed` is standard output, `told` standard error. */
export function recordingTerminal(said: Partial<Terminal> & { input?: string } = {}) {
  const [printed, told]: [string[], string[]] = [[], []];
  const { input = "", ...rest } = said;
  return {
    print: (text: string) => void printed.push(text),
    tell: (text: string) => void told.push(text),
    readInput: async () => Buffer.from(input),
    isInteractive: false,
    columns: null,
    hasColour: false,
    environment: {},
    signal: new AbortController().signal,
    ...rest,
    printed: () => printed.join(""),
    told: () => told.join(""),
  };
}
