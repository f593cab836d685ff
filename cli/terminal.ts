import type { Terminal } from "./command.ts";

/** The terminal, environment and signals of this process. The first SIGINT or SIGTERM asks to stop, a second one ends at once. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(3);
      stop.abort();
    });
  }
  return {
    print: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(text),
    readInput,
    isInteractive: process.stderr.isTTY === true && process.env["TERM"] !== "dumb",
    environment: process.env,
    signal: stop.signal,
  };
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
