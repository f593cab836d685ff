import type { Terminal } from "./command.ts";
import { openerOf, openWith } from "./opener.ts";

/** The terminal, environment and signals of this process. The first SIGINT or SIGTERM asks to stop, a second one ends at once. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(3);
      stop.abort();
    });
  }
  // Whoever reads what we print may stop at any line (`| head`).
  process.stdout.on("error", (error) => process.exit("code" in error && error.code === "EPIPE" ? 0 : 1));
  const { env, stdout, stderr, platform } = process;
  const isScreen = stdout.isTTY === true;
  const isDumb = env["TERM"] === "dumb";
  const opener = isScreen && stderr.isTTY === true ? openerOf(platform, env) : null;
  return {
    print: (text) => void process.stdout.write(text),
    tell: (text) => void process.stderr.write(text),
    readInput,
    isInteractive: stderr.isTTY === true && !isDumb,
    columns: isScreen ? stdout.columns : null,
    // See https://no-color.org
    hasColour: isScreen && !isDumb && !env["NO_COLOR"],
    ...(opener !== null && { open: openWith(opener) }),
    environment: env,
    signal: stop.signal,
  };
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
