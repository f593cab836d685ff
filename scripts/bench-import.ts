/**
 * `npm run bench:import -- [ROWS]`: writes a CSV of posts of a thousand accounts, and reads it row by row with csv-parse alone and with the
 * import, in turns. Prints rows a second, their ratio, and what memory a fourth of the rows and all of them take; exits with 1 where the
 * import is less than half as fast.
 */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";
import { median } from "../analysis/index.ts";
import { openGiven } from "../cli/import-file.ts";
import { processTerminal } from "../cli/terminal.ts";
import { readImport } from "../crawler/import/index.ts";

const [given = "1000000", task = ""] = process.argv.slice(2);
const rows = Number(given);
const path = (count: number) => `out/bench-import/${count}.csv`;
const tasks: Readonly<Record<string, () => Promise<number>>> = { parse: parseAlone, import: importAll };
const rounds = ["parse", "import", "parse", "import", "parse", "import"];
const terminal = processTerminal();

if (task === "") process.exitCode = await compare();
else {
  const before = process.cpuUsage();
  const read = await tasks[task]?.();
  const { user } = process.cpuUsage(before);
  const { maxRSS } = process.resourceUsage();
  terminal.print(JSON.stringify({ read, cpu: user / 1e6, megabytes: maxRSS / 1024 }));
}

async function compare(): Promise<number> {
  mkdirSync("out/bench-import", { recursive: true });
  const measured: Record<string, Measured[]> = {};
  for (const count of [rows / 4, rows]) {
    await write(count);
    for (const name of rounds) {
      const each = measure(count, name);
      measured[`${name} ${count}`] = [...(measured[`${name} ${count}`] ?? []), each];
      terminal.print(
        `${name.padEnd(7)} ${count} rows: ${Math.round(count / each.cpu)} rows a CPU second, ${Math.round(each.megabytes)} MB\n`,
      );
    }
  }
  const cpu = (name: string) => (measured[`${name} ${rows}`] ?? []).map((each) => each.cpu);
  const memory = (name: string) => Math.max(...(measured[name] ?? []).map(({ megabytes }) => megabytes));
  // Of neighbours in time, since a busy machine gives the one more than the other.
  const ratios = cpu("parse").map((alone, round) => alone / (cpu("import")[round] ?? alone));
  const ratio = median(ratios) ?? 0;
  const grown = memory(`import ${rows}`) - memory(`import ${rows / 4}`);
  terminal.print(
    `The import is ${ratio.toFixed(2)} (${ratios.map((each) => each.toFixed(2)).join(", ")}) times as fast as csv-parse alone (bar 0.5); three fourths more rows took ${Math.round(grown)} MB more\n`,
  );
  return ratio >= 0.5 ? 0 : 1;
}

interface Measured {
  cpu: number;
  megabytes: number;
}

function measure(count: number, name: string): Measured {
  const said = execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(count), name]);
  return JSON.parse(said.toString());
}

async function write(count: number): Promise<void> {
  const file = createWriteStream(path(count));
  file.write("company,x_handle,posted_at,post_id,kind,message\n");
  const start = Date.UTC(2026, 5, 1);
  for (let row = 0; row < count; row += 1) {
    const at = new Date(start + ((row * 7_777_777) % 9_000_000_000)).toISOString();
    const account = row % 1000;
    const line = `Company ${account},acct${account},${at},${row},tweet,"Some words, as people write them, number ${row}"\n`;
    if (!file.write(line)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

async function parseAlone(): Promise<number> {
  let read = 0;
  for await (const _ of createReadStream(path(rows)).pipe(parse({ trim: true, relax_quotes: true })))
    read += 1;
  return read;
}

async function importAll(): Promise<number> {
  const { table, file, sha256 } = await openGiven(path(rows), {});
  const { observations } = await readImport(table, { file, sha256, from: "2026-01-01", to: "2026-12-31" });
  let read = 0;
  for (const { posts } of observations) read += posts.length;
  return read;
}
