import { readFileSync } from "node:fs";
import { exporters } from "../analysis/exporters/index.ts";
import { metrics } from "../analysis/metrics/index.ts";
import { loadCommands } from "../cli/commands/index.ts";
import { platforms } from "../crawler/platforms/index.ts";
import type { Observer, Platform } from "../crawler/platforms/platform.ts";
import { policy } from "../crawler/platforms/policy.ts";
import type { Column } from "../datasets/columns.ts";
import { readShippedTable } from "../datasets/csv.ts";
import { type LifetimeBenchmark, lifetimeBenchmarks } from "../datasets/observations.ts";
import { dataPackages, describePackage } from "../datasets/packages.ts";
import { readScenario, scenarioNames } from "../datasets/synthetic/scenario.ts";
import { siteKindIds } from "../datasets/synthetic/sites/kinds.ts";
import { type Table, tables } from "../datasets/tables.ts";

const commands = await loadCommands();

/** What can stand between `<!-- generated:NAME -->` and `<!-- /generated -->`, by name. */
export const generators: Readonly<Record<string, () => string>> = {
  tables: () =>
    Object.values<Table>(tables)
      .map((table) => describeTable(table))
      .join("\n\n"),
  shipped: () =>
    dataPackages
      .flatMap(({ folder, tables: shipped }) => shipped.map((table) => describeTable(table, `${folder}/`)))
      .join("\n\n"),
  platforms: () =>
    markdownTable(["Platform", "Group", "Who may read posts", "Facts checked"], platforms.map(platformCells)),
  metrics: () =>
    markdownTable(
      ["Metric", "What it says", "Unit"],
      metrics.map(({ id, title, unit }) => [code(id), title, unit]),
    ),
  exporters: () =>
    markdownTable(
      ["Exporter", "What it writes"],
      exporters.map(({ id, title }) => [code(id), title]),
    ),
  commands: () =>
    markdownTable(
      ["Command", "What it does", "Example"],
      commands.map(({ name, arguments: given, summary, example }) => [
        code([name, ...given].join(" ")),
        summary,
        code(example),
      ]),
    ),
  rates2022: () => ratesTable(readShippedTable(ratesFile, lifetimeBenchmarks)),
  scenarios: () =>
    markdownTable(
      ["Scenario", "Companies", "What it is for"],
      scenarioNames().map((name) => {
        const { companies, about } = readScenario(name);
        return [code(name), String(companies), about];
      }),
    ),
  siteKinds: () => siteKindIds.map(code).join(", "),
  exitCodes: () => markdownTable(["Exit code", "Meaning"], exitCodes),
};

const ratesFile = new URL(`file://${process.cwd()}/datasets/observations/${lifetimeBenchmarks.name}.csv`);

/** The groups of which something is published, the largest first. */
function ratesTable(benchmarks: readonly LifetimeBenchmark[]): string {
  const limits = (
    { low, high }: { low: number | null; high: number | null },
    write: (value: number) => string,
  ) => (low === null || high === null ? "" : ` (${write(low)} to ${write(high)})`);
  const rate = (value: number | null, interval: LifetimeBenchmark["q1Limits"]) =>
    value === null ? "" : `${value.toFixed(2)}${limits(interval, (limit) => limit.toFixed(2))}`;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const rows = benchmarks
    .toSorted((a, b) => b.n - a.n)
    .flatMap((row) => {
      const { subIndustry, n, q1, q1Limits, median, medianLimits, q3, q3Limits, shareWithoutAccount } = row;
      if (shareWithoutAccount === null) return [];
      const without = percent(shareWithoutAccount) + limits(row.withoutAccount, percent);
      return [
        [subIndustry, String(n), rate(q1, q1Limits), rate(median, medianLimits), rate(q3, q3Limits), without],
      ];
    });
  return markdownTable(["2022", "n", "lower quartile", "median", "upper quartile", "without account"], rows);
}

const exitCodes = [
  ["0", "done"],
  ["1", "a bug, or a difference that `diff --tables` found"],
  ["2", "bad usage or bad input: the message says what, where, and what to do"],
  ["3", "stopped and resumable: run the same command again"],
];

/** Every file that is made or partly made from the code, and how; a descriptor does not depend on what stood there before. */
export const generatedFiles: readonly { path: string; make: (before: string) => string }[] = [
  ...["README.md", "datasets/README.md"].map((path) => ({ path, make: regenerate })),
  ...dataPackages.map((pack) => {
    const folder = `datasets/${pack.folder}`;
    const read = (file: string) => readFileSync(`${folder}/${file}`);
    const make = () => `${JSON.stringify(describePackage(pack, read), null, 2)}\n`;
    return { path: `${folder}/datapackage.json`, make };
  }),
];

/**
 * A document with its generated parts made anew; all else stays.
 *
 * @throws RangeError for a part that nothing generates or that does not end
 */
export function regenerate(text: string): string {
  const opened = text.match(/<!-- generated:/g)?.length ?? 0;
  let filled = 0;
  const result = text.replace(marked, (_, opening: string, name: string, ending: string) => {
    const generate = Object.hasOwn(generators, name) ? generators[name] : undefined;
    if (generate === undefined)
      throw new RangeError(`nothing generates "${name}". Known: ${Object.keys(generators).join(", ")}`);
    filled += 1;
    return `${opening}\n${generate()}\n${ending}`;
  });
  if (filled !== opened) throw new RangeError("a generated part does not end with <!-- /generated -->");
  return result;
}

const marked = /(<!-- generated:(\w+) -->)(?:(?!<!-- generated:)[\s\S])*?(<!-- \/generated -->)/g;

function describeTable({ name, description, key, columns }: Table, folder = ""): string {
  const told = key.length === 0 ? "" : ` Key: ${key.map(code).join(", ")}.`;
  return `### ${folder}${name}\n\n${description}.${told}\n\n${markdownTable(["Column", "Type", "Unit", "Meaning"], columns.map(columnCells))}`;
}

function columnCells({ name, type, nullable, unit, volatile, description, values }: Column): string[] {
  const written =
    type === "one_of" ? values.map(code).join(" ") : type.replace("texts", "list of texts (JSON)");
  const notes = [nullable ? "may be empty" : "", volatile ? "volatile" : ""].filter((note) => note !== "");
  return [code(name), [written, ...notes].join(", "), unit ?? "", description];
}

function platformCells({ id, name, group, observers }: Platform): string[] {
  const facts = policy.platforms[id];
  const readers = observers.map(readerCell).join(", ");
  const access = accessWords[facts?.access ?? "none"];
  return [`${name} ${code(id)}`, group.replaceAll("_", " "), readers || access, facts?.checkedOn ?? "–"];
}

function readerCell({ name, access }: Observer): string {
  const isAsked = access === "public" && policy.observers[name]?.onByDefault === false;
  return `${code(name)} (${isAsked ? "only with `--observers`" : access})`;
}

const accessWords = {
  public: "anyone, but nothing here reads them yet",
  token: "only with a token or your own export",
  none: "nobody logged out",
};

const code = (text: string) => `\`${text}\``;

function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
