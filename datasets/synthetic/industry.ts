import type { Ownership } from "../schema.ts";
import type { MishapId } from "./mishaps.ts";
import type { AccessId, Habits, LanguageId, PlatformId, ProcessId, Scenario } from "./scenario.ts";
import type { SiteKindId } from "./sites/kinds.ts";
import type { SlipId } from "./slips.ts";

/** One company that does not exist, with all that is true about it. */
export interface SyntheticCompany {
  companyId: string;
  /** Name as the frame gives it. */
  name: string;
  /** First word of the name: unique in the industry, the stem of its host and its accounts. */
  brand: string;
  segment: string;
  country: string;
  language: LanguageId;
  /** `active`, or why the company is not eligible. */
  status: string;
  parentId: string | null;
  /** Size band; null where the scenario has none. */
  size: string | null;
  /** The company that took it over, and since when (UTC); null for most. */
  successor: { companyId: string; on: string } | null;
  /** Name and domain before the last change of name; null for most. The old domain leads to the new one. */
  formerly: { name: string; domain: string } | null;
  /** The website as the frame writes it; null when the cell is empty. */
  website: string | null;
  /** Registrable domain of the site; the company has one even when the frame does not know it. */
  domain: string;
  /** Host that answers with pages; the domain itself, or `www.` before it. */
  host: string;
  siteKind: SiteKindId;
  mishap: MishapId;
  /** What its pages say wrong of its accounts; null when nothing. */
  slip: SlipId | null;
  /** Whether it has no account anywhere, and no feed. */
  isAbsent: boolean;
  /** Whether its footer shows the parent's accounts beside its own. */
  showsParent: boolean;
}

/** One account on a platform, or a site's feed, with the process that writes its posts. */
export interface SyntheticAccount {
  /** `platform:account` in the form of the audit's own keys. */
  accountId: string;
  platform: PlatformId;
  account: string;
  /** The account under the name it was opened with: its posts and its ids stay when the name changes. */
  bornAs: string;
  /** Canonical URL. */
  url: string;
  /** The company whose account it is. */
  companyId: string;
  kind: Ownership["kind"];
  process: ProcessId;
  /** Mean posts per day while the account is alive. */
  ratePerDay: number;
  /** An event after which it posts at `ratePerDay`, and the rate before; null for nearly all. */
  change: { at: number; before: number } | null;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** End of its life as a writer, milliseconds since 1970; the end of all waves while it goes on. */
  endsAt: number;
  /** Instant at which the industry stands still: posts after it are not written yet. */
  until: number;
  habits: Habits;
  access: AccessId;
}

/** Something that happened to a company between two waves. */
export interface Change {
  companyId: string;
  kind: "merged" | "rebranded" | "renamed" | "abandoned";
  /** UTC. */
  on: string;
  /** The account concerned, under its new name; null where it is the company itself. */
  accountId: string | null;
  /** Name, or account, before; null where nothing was renamed. */
  from: string | null;
  /** What has taken its place: the new name or account, or the company that took it over. */
  to: string | null;
}

/** A generated industry: everything the server, the truth and the frame are made from. */
export interface Industry {
  scenario: Scenario;
  /** Instant at which the industry stands still, UTC. */
  now: string;
  /** The frame as CSV text. */
  frame: string;
  companies: readonly SyntheticCompany[];
  /** Every company's own accounts, in the order of the companies. */
  accounts: readonly SyntheticAccount[];
  /** What has happened since the first wave, in the order of time; nothing in a scenario without waves. */
  changes: readonly Change[];
}
