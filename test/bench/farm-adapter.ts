/**
 * Lets a bench of crawlers drive this project: crawls the sites of a farm on this machine and writes one JSON line a site,
 * `{ host, urls }`, where `urls` are the links that declare the site's own accounts, as its pages write them.
 *
 *   node dist/test/bench/farm-adapter.js --sites 300 --port 8080 --delay 1 --out found.jsonl
 *
 * `--delay` is in seconds, `--evidence` as in the program. Everything that an audit does is done: guard, robots.txt, ledger, journals, tables.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tuneEngine } from "../../cli/engine.ts";
import { main } from "../../cli/index.ts";
import { processTerminal } from "../../cli/terminal.ts";
import { findClaims } from "../../crawler/claims.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    sites: { ...text, default: "300" },
    port: { ...text, default: "8080" },
    delay: { ...text, default: "1" },
    out: { ...text, default: "found.jsonl" },
    concurrency: text,
    pages: { ...text, default: "4" },
    evidence: { ...text, default: "reduced" },
  },
});
const folder = mkdtempSync(join(tmpdir(), "presence-audit-farm-"));
tuneEngine();
try {
  process.exitCode = await crawlFarm();
  if (process.exitCode === 0) writeFileSync(values.out, await linesOf(join(folder, "audit")));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function crawlFarm(): Promise<number> {
  const { sites, port, delay, concurrency, pages, evidence } = values;
  const hosts = Array.from({ length: Number(sites) }, (_, i) => `site${String(i + 1).padStart(5, "0")}.test`);
  const frame = join(folder, "frame.csv");
  writeFileSync(
    frame,
    `id,name,website\n${hosts.map((host) => `${host},${host},http://${host}:${port}/`).join("\n")}\n`,
  );
  const pace = [
    "--delay-ms",
    String(Number(delay) * 1_000),
    "--pages-per-site",
    pages,
    "--evidence",
    evidence,
  ];
  // A bench means requests: sites that wait for their turn hold none.
  const atOnce = concurrency === undefined ? [] : ["--in-flight", concurrency];
  // The farm answers to any host on its port; pages link to each other with it.
  const rules = ["--connect-to", `::127.0.0.1:${port}`];
  return main(
    ["crawl", frame, "--out", join(folder, "audit"), "--quiet", ...pace, ...atOnce, ...rules],
    processTerminal(),
  );
}

/** For each site the addresses of the claims that its own accounts rest on. */
async function linesOf(audit: string): Promise<string> {
  const snapshot = reopenSnapshot(audit);
  const owned = new Set<string>();
  for await (const { own, claimIds } of snapshot.read(tables.ownerships)) {
    if (own === "true") for (const claimId of claimIds) owned.add(claimId);
  }
  const urls = new Map<string, Set<string>>();
  for (const { companyId, captures } of snapshot.visits.read()) {
    const found = captures.flatMap(findClaims).filter(({ claimId }) => owned.has(claimId));
    if (found.length > 0) urls.set(companyId, new Set(found.map(({ evidence }) => evidence.href)));
  }
  snapshot.close();
  return [...urls].map(([host, found]) => `${JSON.stringify({ host, urls: [...found] })}\n`).join("");
}
