import { z } from "zod";
import { type RowFormat, rowFormat } from "./columns.ts";
import {
  CheckRow,
  CoderAgreement,
  DetectionCheck,
  DetectionDraw,
  HandReading,
  ReadingRow,
  SaveRow,
  SecondPhase,
} from "./hand-records.ts";
import { Correction, Fix, ReviewRow } from "./mending.ts";
import { Deviation } from "./protocol.ts";
import {
  Account,
  AccountClaim,
  ActivityCurve,
  type Audit,
  Benchmark,
  Cadence,
  Company,
  CompanyStatus,
  Comparison,
  Cost,
  Observation,
  Ownership,
  PageCapture,
  Post,
  RequestRecord,
  SiteVisit,
} from "./schema.ts";

/** One published table: `tables/<name>.csv`. */
export interface Table<S extends z.ZodObject = z.ZodObject> extends RowFormat<S> {
  name: string;
  /** What one row is. */
  description: string;
  schema: S;
  /** Names of the columns that tell a row from every other; rows are sorted by them. Empty where there are none. */
  key: readonly string[];
}

/** A table made from the schema of its rows. */
export function table<S extends z.ZodObject>(
  name: string,
  schema: S,
  about: Pick<Table, "description" | "key">,
) {
  return { name, schema, ...about, ...rowFormat(schema) } satisfies Table<S>;
}

/** A company of the frame and how the visit of its site ended. */
export const CompanyRow = Company.extend(SiteVisit.omit({ companyId: true, captures: true }).shape);
export type CompanyRow = z.infer<typeof CompanyRow>;

/** A captured page without what it declares. */
export const CaptureRow = z.object({
  companyId: SiteVisit.shape.companyId,
  ...PageCapture.omit({ declares: true }).shape,
});
export type CaptureRow = z.infer<typeof CaptureRow>;

/** An observation without its posts. */
export const ObservationRow = Observation.omit({ posts: true });
export type ObservationRow = z.infer<typeof ObservationRow>;

/** Every published table by name, in the order data flows. */
export const tables = {
  companies: table("companies", CompanyRow, {
    description: "One row for every row of the frame, whatever happened to its site",
    key: ["company_id"],
  }),
  captures: table("captures", CaptureRow, {
    description: "Pages that were asked for, one row a page",
    key: ["company_id", "capture_id"],
  }),
  claims: table("claims", AccountClaim, {
    description: "Places where a page declares an account, with the evidence",
    key: ["company_id", "capture_id", "claim_id"],
  }),
  accounts: table("accounts", Account, {
    description: "Accounts that were found, each once",
    key: ["account_id"],
  }),
  ownerships: table("ownerships", Ownership, {
    description: "Which account is whose, and why",
    key: ["company_id", "account_id"],
  }),
  corrections: table("corrections", Correction, {
    description: "What the user said against or for the program's verdicts, and what came of it",
    key: ["company_id", "account_id"],
  }),
  fixList: table("fix-list", Fix, {
    description: "What a company can mend on its own pages today, one row a problem",
    key: ["company_id", "fix_id"],
  }),
  observations: table("observations", ObservationRow, {
    description: "Each attempt to observe an account, the failed ones too",
    key: ["account_id", "observation_id"],
  }),
  posts: table("posts", Post, {
    description: "Posts that were observed: instants and kinds, never texts",
    key: ["observation_id", "post_id"],
  }),
  secondPhase: table("second-phase", SecondPhase, {
    description:
      "What was known of each company before anybody looked by hand, and who was drawn for it (M51)",
    key: ["platforms", "company_id"],
  }),
  readings: table("readings", HandReading, {
    description: "What people read by hand on sheets, each coder's row as it was filled",
    key: ["company_id", "account_id", "coder"],
  }),
  agreement: table("agreement", CoderAgreement, {
    description: "How far coders who looked at the same accounts agree",
    key: ["question"],
  }),
  checks: table("checks", DetectionCheck, {
    description: "Accounts that people checked against the companies' sites, and those they missed",
    key: ["company_id", "account_id", "coder"],
  }),
  detectionDraw: table("detection-draw", DetectionDraw, {
    description: "Companies that were drawn at random for people to check what was found of them",
    key: ["company_id"],
  }),
  statuses: table("statuses", CompanyStatus, {
    description: "Whether a company is active, inactive or unknown on a set of platforms",
    key: ["company_id", "platforms", "theta_days"],
  }),
  cadences: table("cadences", Cadence, {
    description: "How often an account posts, one row an estimate",
    key: ["account_id", "estimator", "window_days"],
  }),
  benchmarks: table("benchmarks", Benchmark, {
    description: "The published numbers with their uncertainty",
    key: ["metric", "statistic", "segment", "size_band", "platforms", "theta_days", "window_days"],
  }),
  curves: table("curves", ActivityCurve, {
    description: "Share active at every threshold from 1 to 730 days, with both bands",
    key: ["segment", "platforms", "unit", "theta_days"],
  }),
  comparisons: table("comparisons", Comparison, {
    description:
      "What others published beside the audit's own figures, and why the two cannot be compared where they cannot",
    key: ["source_title", "year", "population", "published_metric", "platforms", "definition"],
  }),
  deviations: table("deviations", Deviation, {
    description: "Where an audit with a protocol went another way than was decided before",
    key: ["about"],
  }),
  costs: table("costs", Cost, {
    description: "What the user's own tokens were used for, and what that cost",
    key: ["observer", "unit"],
  }),
  requests: table("requests", RequestRecord, {
    description: "Every request of the audit, sent or refused by robots.txt",
    key: [],
  }),
};

/** What people's own work filled: no journal holds it, so that no stage would make these tables again. */
export const handMade: readonly Table[] = [
  tables.secondPhase,
  tables.readings,
  tables.agreement,
  tables.checks,
  tables.detectionDraw,
];

/** Where a table lies in the folder of an audit. */
export const pathOf = ({ name }: Pick<Table, "name">): string => `tables/${name}.csv`;

/** A table's file as the audit's manifest has it; nothing where it was not written yet. */
export const fileOf = ({ files }: Pick<Audit, "files">, table: Pick<Table, "name">) =>
  files.find(({ path }) => path === pathOf(table));

/** The sheet of doubtful accounts that a person fills; it is no published table. */
export const reviewSheet = table("review", ReviewRow, {
  description: "Accounts that a person should look at, those first whose verdict would change most",
  key: ["company_id", "account"],
});

/** Sheets that people fill, by what they are for; they are no published tables. */
export const sheets = {
  readings: table("readings-sheet", ReadingRow, {
    description: "Accounts whose newest post a person should look up",
    key: ["company_id", "account"],
  }),
  detection: table("detection-sheet", CheckRow, {
    description: "Accounts that a person should check against the company's site",
    key: ["company_id", "account"],
  }),
  blocked: table("blocked-sheet", SaveRow, {
    description: "Pages that a person should save, of sites that turn crawlers away",
    key: ["company_id"],
  }),
};
