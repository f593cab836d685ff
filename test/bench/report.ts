/**
 * `npm run bench:report`: the report of 750 invented companies with 500,000 posts, from tables to HTML, and how soon it can be used in
 * Chromium beside a plain table of the same rows.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { report } from "../../audit.ts";
import { findChromium } from "../../crawler/chromium.ts";
import { AuditConfig } from "../../datasets/config.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import { Company, type Post } from "../../datasets/schema.ts";
import { openSnapshot, type Snapshot } from "../../datasets/snapshot.ts";
import { type ObservationRow, tables } from "../../datasets/tables.ts";
import { inventedInput } from "../analysis/report/invented.ts";

const companies = 750;
const posts = 500_000;
const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), "presence-audit-report-"));
const input = inventedInput(companies);

async function writeTables(snapshot: Snapshot): Promise<void> {
  const sorted = <T>(rows: readonly T[], keyOf: (row: T) => string) =>
    [...rows].sort((a, b) => byCodeUnit(keyOf(a), keyOf(b)));
  const pair = ({ companyId, accountId }: { companyId: string; accountId: string }) =>
    `${companyId}\n${accountId}`;
  const observations = sorted(input.observations, ({ observationId }) => observationId);
  await snapshot.write(
    tables.companies,
    sorted(input.companies, ({ companyId }) => companyId),
  );
  await snapshot.write(
    tables.captures,
    sorted(input.captures, ({ captureId }) => captureId),
  );
  await snapshot.write(
    tables.claims,
    sorted(input.claims, ({ claimId }) => claimId),
  );
  await snapshot.write(
    tables.accounts,
    sorted(input.accounts, ({ accountId }) => accountId),
  );
  await snapshot.write(tables.ownerships, sorted(input.ownerships, pair));
  await snapshot.write(tables.observations, observations);
  await snapshot.write(tables.posts, postsOf(observations));
  await snapshot.write(
    tables.cadences,
    sorted(input.cadences, ({ accountId }) => accountId),
  );
  await snapshot.write(tables.statuses, input.statuses);
  await snapshot.write(tables.benchmarks, input.benchmarks);
}

function* postsOf(observations: readonly ObservationRow[]): Generator<Post> {
  const read = observations.filter(({ status }) => status === "observed");
  const each = Math.ceil(posts / read.length);
  for (const [place, { observationId, observedAt }] of read.entries()) {
    for (let index = 0; index < Math.min(each, posts - place * each); index += 1) {
      yield {
        ...{ observationId, postId: String(index).padStart(6, "0"), precision: "instant", kind: "original" },
        ...{ linkCount: 1, ownLink: null, hashtagCount: 0, mediaCount: 0, pinned: false },
        ...{ likes: 1, comments: 0, shares: 0 },
        postedAt: new Date(Date.parse(observedAt) - index * 10_000_000).toISOString(),
      };
    }
  }
}

/** A table of the same rows and words without anything else: the least that a browser must do. */
function plainTable(html: string): string {
  const grid = html.slice(
    html.indexOf('<table class="grid">'),
    html.indexOf("</table>", html.indexOf('<table class="grid">')),
  );
  return `<!doctype html><meta charset="utf-8"><title>plain</title>${grid.replace(/<(?:div|small|bdi)[^>]*>|<\/(?:div|small|bdi)>| class="[^"]*"/g, "")}</table>`;
}

/** What a page takes until it has been read, laid out and painted, and answers: medians of five, milliseconds. */
interface Usable {
  /** On the clock: a busy machine stretches it. */
  wall: number;
  /** Of the processor, by the thread that reads, lays out and answers. */
  thread: number;
}

async function usableAfter(file: string, program: string): Promise<Usable> {
  const { chromium } = await import("playwright");
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  const times: Usable[] = [];
  for (let round = 0; round < 5; round += 1) {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(pathToFileURL(file).href, { waitUntil: "domcontentloaded" });
    const wall = await page.evaluate(
      "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))",
    );
    const { metrics } = await devtools.send("Performance.getMetrics");
    const tasks = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
    times.push({ wall: Number(wall), thread: tasks * 1_000 });
    await page.close();
  }
  await browser.close();
  const middle = (values: number[]) => values.sort((a, b) => a - b)[2] ?? 0;
  return { wall: middle(times.map(({ wall }) => wall)), thread: middle(times.map(({ thread }) => thread)) };
}

const { instrument, startedAt } = input.audit;
const frame = input.companies.map((row) => Company.parse(row));
const snapshot = openSnapshot(folder, {
  companies: frame,
  frameFile: "frame.csv",
  config: AuditConfig.parse({}),
  instrument,
  startedAt,
});
await writeTables(snapshot);
const began = performance.now();
const cpu = process.cpuUsage();
await report(snapshot);
const { user, system } = process.cpuUsage(cpu);
const file = join(folder, "report.html");
say(
  `report of ${companies} companies and ${posts} posts: ${((performance.now() - began) / 1e3).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor, ${(statSync(file).size / 1e6).toFixed(2)} MB`,
);
snapshot.close();
const program = await findChromium();
if (program === null) say("no browser is installed: run `npm run setup:browser`");
else {
  const bare = join(folder, "plain.html");
  writeFileSync(bare, plainTable(readFileSync(file, "utf8")));
  const [ours, plain] = [await usableAfter(file, program), await usableAfter(bare, program)];
  const words = ({ wall, thread }: Usable) => `${wall.toFixed(0)} ms, ${thread.toFixed(0)} of its thread`;
  say(`usable in Chromium after ${words(ours)}; a plain table of the same rows after ${words(plain)}`);
  say(`times as long: ${(ours.wall / plain.wall).toFixed(1)}, ${(ours.thread / plain.thread).toFixed(1)}`);
}
if (process.argv[2] === undefined) rmSync(folder, { recursive: true });
else say(folder);
