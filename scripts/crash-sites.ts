import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

/** Many small sites on loopback, and how often each path was asked for. */
export interface CrashSites {
  port: number;
  /** Requests by `host path`. */
  asked: Map<string, number>;
  /** All requests so far. */
  requests(): number;
  /** When the last of them came, or the sites began, on the clock of `performance.now`. */
  lastAt(): number;
  close(): void;
}

const answerAfterMs = 15;

/** Serves any host: a start page with two more pages, an account on each, and a robots.txt. */
export function serveSites(): Promise<CrashSites> {
  const asked = new Map<string, number>();
  let lastAt = performance.now();
  const server = createServer(({ headers, url = "" }, response) => {
    const { host = "" } = headers;
    lastAt = performance.now();
    asked.set(`${host} ${url}`, (asked.get(`${host} ${url}`) ?? 0) + 1);
    setTimeout(
      () => response.writeHead(200, { "content-type": typeOf(url) }).end(contentOf(host, url)),
      answerAfterMs,
    );
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      const requests = () => [...asked.values()].reduce((sum, times) => sum + times, 0);
      resolve({ port, asked, requests, lastAt: () => lastAt, close });
    });
  });
}

const typeOf = (path: string) => (path === "/robots.txt" ? "text/plain" : "text/html");

function contentOf(host: string, path: string): string {
  if (path === "/robots.txt") return "User-agent: *\nDisallow: /private\n";
  const name = host.replace(/\W/g, "");
  const text = "We run clinical trials. ".repeat(30);
  return `<!doctype html><title>${name} ${path}</title><nav><a href="/about">About</a> <a href="/contact">Contact</a></nav>
    <p>${text}</p><footer><a href="https://twitter.com/${name}">X</a></footer>`;
}

/** A run of the program in a process of its own. */
export interface Run {
  child: ChildProcess;
  /** Resolves when it has ended: exit code (null after a signal), what it told, and how long it ran. */
  ended: Promise<{ code: number | null; told: string; ms: number }>;
}

/** How to run it: a prefix for the shell (`ulimit -f 100;`), another user. */
export interface RunOptions {
  shell?: string;
  user?: number;
}

const program = fileURLToPath(new URL("../cli/index.js", import.meta.url));

/** Starts `presence-audit` with some arguments. */
export function startRun(args: readonly string[], { shell = "", user }: RunOptions = {}): Run {
  const begun = performance.now();
  const line = [process.execPath, program, ...args].map((part) => `'${part}'`).join(" ");
  const identity = user === undefined ? {} : { uid: user, gid: user };
  const child = spawn("/bin/sh", ["-c", `${shell} exec ${line}`], {
    stdio: ["ignore", "pipe", "pipe"],
    ...identity,
  });
  let told = "";
  child.stdout?.on("data", (piece) => (told += String(piece)));
  child.stderr?.on("data", (piece) => (told += String(piece)));
  const ended = new Promise<{ code: number | null; told: string; ms: number }>((resolve) =>
    child.once("close", (code) => resolve({ code, told, ms: performance.now() - begun })),
  );
  return { child, ended };
}
