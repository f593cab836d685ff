import type { Account, Company, ImportedCompany, Observation } from "../../datasets/schema.ts";
import type { Field } from "./columns.ts";
import type { Row } from "./row.ts";

/** What a user says about a file beside its content. */
export interface ImportOptions {
  /** File name without folders, for messages. */
  file: string;
  /** SHA-256 of the file, hex. */
  sha256: string;
  /** Companies of the audit, or of `--frame`; without them the file's own company columns are the frame. */
  frame?: readonly Company[];
  /** Header by field. */
  columns?: Readonly<Record<string, string>>;
  /** Platforms on which the file is complete: a company without an account in it has none there. */
  declares?: readonly string[];
  /** Header of the column that becomes the segment. */
  segment?: string;
  /** Account and company of a file that names none. */
  account?: string;
  company?: string;
  /** Whose accounts are, where an audit knows. */
  owned?: readonly { company: Company; account: Account }[];
  /** Window that the posts of the file cover, as dates. `to` is also the day of counters that name none. */
  from?: string;
  to?: string;
}

/** A file's content as records. */
export interface Imported {
  /** Id of the file's format. */
  format: string;
  /** One record a company that the file names and that the frame has; its accounts are those of the file. */
  companies: readonly ImportedCompany[];
  /** One after the other, and once only: there may be very many posts in them. */
  observations: Iterable<Observation>;
  /** Rows that could not be read, as `file, row, column: what, and what to write instead`; their other parts are kept. */
  faults: readonly string[];
  notes: readonly string[];
}

/** Time that a file speaks about, as far as the user says. */
export interface Told {
  file: string;
  from: string | null;
  to: string | null;
}

/** Gathers what the rows of one file say of accounts. */
export interface Collector {
  /** Takes one row; what cannot be read becomes a fault of the row. */
  add(account: Account, row: Row): void;
  finish(): { observations: Iterable<Observation>; notes: string[] };
}

/** One kind of file. Adding one is a file and a line in `index.ts`. */
export interface ImportFormat {
  id: string;
  title: string;
  /** Fields that tell it: a file is of the first format of which it has a column. */
  tellingFields: readonly Field[];
  begin(told: Told): Collector;
}
