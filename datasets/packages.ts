import { createHash } from "node:crypto";
import { describeResource, packageProfile, readingNotes } from "./data-package.ts";
import { FrameRow } from "./frame-row.ts";
import { knownAccounts, lifetimeBenchmarks, lifetimeRates } from "./observations.ts";
import { publishedBenchmarks } from "./reference.ts";
import { type Table, table } from "./tables.ts";

/** A source of data, and what may be done with what comes from it. */
interface Source {
  title: string;
  path?: string;
  /** Terms under which the facts were taken over. */
  licence: string;
}

/** Data that ships with the package: a folder of tables with a descriptor. */
export interface DataPackage {
  /** In `datasets/`; its last part names the package. */
  folder: string;
  title: string;
  description: string;
  sources: readonly Source[];
  /** Each lies in `<name>.csv`. */
  tables: readonly Table[];
}

/** Version of the data. It grows with every change of a value: the first number when a column goes, the second when rows come. */
export const dataVersion = "1.0.0";

const frame = (name: string, description: string) => table(name, FrameRow, { description, key: ["id"] });

const facts = "facts, which nobody owns";

/** Every package that ships, in the order in which a reader needs them. */
export const dataPackages: readonly DataPackage[] = [
  {
    folder: "frames",
    title: "Frames: who is audited",
    description:
      "Contract research organisations, pharma companies, and those around them. A row with status unverified is a candidate: nobody vouches for it, and no audit takes it by default. The CROs are no list of 2011: a sample of 296 of them says nothing about the 296 of that year.",
    sources: [
      { title: "Research Organization Registry", path: "https://ror.org", licence: "CC0-1.0" },
      { title: "Wikidata", path: "https://www.wikidata.org", licence: "CC0-1.0" },
      { title: "Public lists and the organisations' own sites, named in each row's source", licence: facts },
    ],
    tables: [
      frame("cros", "Organisations that sell clinical or preclinical research services"),
      frame("pharma", "Companies that develop or sell medicines under their own name"),
      frame("others", "Trial sites, associations, conferences, registries and trade press"),
    ],
  },
  {
    folder: "reference",
    title: "Published benchmarks: what others measured",
    description:
      "Figures about companies on social media as their sources give them, each with its definition, its source and what to mind when it is compared.",
    sources: [{ title: "The sources named in each row", licence: `${facts}; quoted with their source` }],
    tables: [publishedBenchmarks],
  },
  {
    folder: "observations",
    title: "Observations: what was seen in earlier years",
    description:
      "Tweets a day of the large US health-care companies of 2022, derived from lifetime counters: not a CRO benchmark. And accounts that public sources named: a check list of history, not truth.",
    sources: [
      {
        title: "EconText/Cheap-Talk",
        path: "https://github.com/EconText/Cheap-Talk",
        licence: `${facts}; derived`,
      },
      { title: "The sources named in each row", licence: facts },
    ],
    tables: [lifetimeRates, lifetimeBenchmarks, knownAccounts],
  },
];

/**
 * The descriptor of a package.
 *
 * @param read gives a file of the package's folder
 */
export function describePackage(pack: DataPackage, read: (file: string) => Uint8Array) {
  const { folder, title, description, sources, tables } = pack;
  return {
    $schema: packageProfile,
    name: `presence-audit-${folder}`,
    title,
    description: `${description} ${readingNotes}`,
    version: dataVersion,
    licenses: [{ name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/" }],
    contributors: [{ title: "presence-audit maintainers", roles: ["author"] }],
    sources,
    resources: tables.map((each) => {
      const path = `${each.name}.csv`;
      const bytes = read(path);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return describeResource(each, { path, rows: rowsOf(bytes), sha256 }, tables);
    }),
  };
}

/** Rows of a CSV as we write it, without the header: line ends outside quotes, less one. */
function rowsOf(bytes: Uint8Array): number {
  const text = Buffer.from(bytes)
    .toString("utf8")
    .replace(/"[^"]*"/g, "");
  return text.split("\r\n").length - 2;
}
