/**
 * Lets the politeness bench drive this project: crawls the farm's sites and writes one JSON line a page, `{ host, path, urls }`.
 *
 *   node test/bench/farm.mjs --sites 300 --port 8080 --delay 1 --out found.jsonl
 *
 * `--delay` is in seconds. The program is dist/cli/index.js of this checkout, or the one that PRESENCE_AUDIT names.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const text = { type: "string" };
const { values } = parseArgs({
  options: { sites: text, port: text, delay: text, out: text, pages: { ...text, default: "4" } },
});
const { sites = "300", port = "8080", delay = "1", out = "found.jsonl", pages } = values;
const program =
  process.env.PRESENCE_AUDIT ?? fileURLToPath(new URL("../../dist/cli/index.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "presence-audit-farm-"));

const hosts = Array.from({ length: Number(sites) }, (_, i) => `site${String(i).padStart(5, "0")}.test`);
writeFileSync(
  join(folder, "frame.csv"),
  `id,name,website\n${hosts.map((host) => `${host},${host},http://${host}:${port}/`).join("\n")}\n`,
);
// Pages of the farm link to each other with the port.
const rules = ["--connect-to", `::127.0.0.1:${port}`];
const pace = ["--delay-ms", String(Number(delay) * 1_000), "--pages-per-site", pages];
const audit = join(folder, "audit");
const { status } = spawnSync(
  process.execPath,
  [program, "crawl", join(folder, "frame.csv"), "--out", audit, "--quiet", ...pace, ...rules],
  { stdio: ["ignore", "ignore", "inherit"] },
);
const visits = readFileSync(join(audit, "journal", "visits.jsonl"), "utf8")
  .trim()
  .split("\n");
writeFileSync(out, visits.flatMap(linesOf).join(""));
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;

/** What each page of a visit declares. */
function linesOf(line) {
  return JSON.parse(line).captures.map(({ url, declares }) => {
    const { host, pathname } = new URL(url);
    return `${JSON.stringify({ host, path: pathname, urls: [...new Set(declares.map(({ href }) => href))] })}\n`;
  });
}
