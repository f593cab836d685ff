/**
 * `npm run bench:farm -- KIT [SITES] [PORT]`: starts the farm of websites in the folder KIT (its `farm.mjs`), crawls it with
 * `farm-adapter.ts`, and prints how well the accounts found agree with the farm's truth. Loopback only.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { processTerminal } from "../../cli/terminal.ts";
import { resolve } from "../../crawler/platforms/resolve.ts";

const Truth = z.object({
  sites: z.array(
    z.object({ host: z.string(), accounts: z.array(z.object({ url: z.string(), reachable: z.boolean() })) }),
  ),
});
const Found = z.object({ host: z.string(), urls: z.array(z.string()) });

const terminal = processTerminal();
const [kit = "", sites = "300", port = "18080"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "presence-audit-farm-"));
const truth = join(folder, "truth.json");
const found = join(folder, "found.jsonl");
const farm = spawn(process.execPath, [
  join(realpathSync(kit), "farm.mjs"),
  ...["--sites", sites, "--port", port, "--page-median", "15", "--truth", truth],
]);
try {
  await new Promise((ready, fail) => {
    farm.stdout.once("data", ready);
    farm.once("exit", () => fail(new Error(`${kit || "KIT"}: holds no farm.mjs that runs`)));
  });
  const adapter = fileURLToPath(new URL("farm-adapter.js", import.meta.url));
  const options = ["--sites", sites, "--port", port, "--delay", "0", "--out", found];
  const { status } = spawnSync(process.execPath, [adapter, ...options], { stdio: "inherit" });
  process.exitCode = status ?? 1;
  if (status === 0) terminal.print(compare());
} finally {
  farm.kill();
  rmSync(folder, { recursive: true, force: true });
}

function compare(): string {
  const wanted = new Set(
    Truth.parse(JSON.parse(readFileSync(truth, "utf8"))).sites.flatMap(({ host, accounts }) =>
      accounts.flatMap(({ url, reachable }) => (reachable ? keyOf(host, url) : [])),
    ),
  );
  const lines = readFileSync(found, "utf8").split("\n").filter(Boolean);
  const reported = new Set(
    lines.flatMap((line) => {
      const { host, urls } = Found.parse(JSON.parse(line));
      return urls.flatMap((url) => keyOf(host, url));
    }),
  );
  const right = [...reported].filter((key) => wanted.has(key)).length;
  const share = (count: number, of: number) => (count / of).toFixed(4);
  const missed = [...wanted].filter((key) => !reported.has(key));
  const added = [...reported].filter((key) => !wanted.has(key));
  return [
    `precision ${share(right, reported.size)}  recall ${share(right, wanted.size)}  (${right} right, ${added.length} added, ${missed.length} missed)`,
    ...added.map((key) => `  added  ${key}`),
    ...missed.map((key) => `  missed ${key}`),
    "",
  ].join("\n");
}

/** The farm's truth and our findings are both addresses: the same reader makes keys of them, so that neither form counts. */
function keyOf(host: string, url: string): string[] {
  const account = resolve(url, `http://${host}/`, { rel: "me", label: url });
  return account === null ? [] : [`${host} ${account.platform}:${account.account}`];
}
