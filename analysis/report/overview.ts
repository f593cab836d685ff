import type { Fix } from "../../datasets/mending.ts";
import { absentCell, accountCell, accountsOn, anyCell, type Cell } from "./cell.ts";
import { kindWords } from "./mend.ts";
import { type CompanyView, type ReportInput, type ReportModel, reportModel } from "./model.ts";
import { targetLines } from "./target.ts";
import { shortName } from "./words.ts";

/** The beginning of a report as plain data, in the same words: for terminals and programs. */
export interface Overview {
  /** Platforms on which any of the companies has an account, in the order of reports. */
  platforms: readonly { id: string; name: string; short: string }[];
  /** The own company first. */
  companies: readonly OverviewRow[];
  /** What the own company can mend; empty where the report is about all alike. */
  fixes: readonly OverviewFix[];
  /** How often comparable companies post, a sentence a platform; empty where there is no own company. */
  targets: readonly string[];
}

/** One company of the grid. */
export interface OverviewRow {
  companyId: string;
  name: string;
  website: string | null;
  isOwn: boolean;
  /** On all social platforms together. */
  any: Cell;
  /** By platform id; the account that counts first where there are several. */
  on: Readonly<Record<string, Cell>>;
}

/** One thing to mend. */
export interface OverviewFix extends Pick<Fix, "kind" | "platform" | "url" | "instead"> {
  /** What is wrong, in plain words. */
  words: string;
  /** The address as the page has it. */
  href: string;
}

/** Says first what a report says first. */
export function overviewOf(input: ReportInput): Overview {
  const model = reportModel(input);
  const platforms = model.platforms.filter(({ id }) => model.usedPlatforms.has(id));
  return {
    platforms: platforms.map(({ id, name }) => ({ id, name, short: shortName(name) })),
    companies: model.views.map((view) => rowOf(view, model)),
    fixes: model.fixes.filter(({ companyId }) => companyId === model.own).map((fix) => fixOf(fix, model)),
    targets: targetLines(model),
  };
}

function rowOf(view: CompanyView, { usedPlatforms, own, thetaDays }: ReportModel): OverviewRow {
  const { companyId, name, website } = view.company;
  const on = [...usedPlatforms].map((platform): [string, Cell] => {
    const [account] = accountsOn(view, platform);
    return [platform, account === undefined ? absentCell(view, platform) : accountCell(account)];
  });
  const any = anyCell(view, thetaDays);
  return { companyId, name, website, isOwn: companyId === own, any, on: Object.fromEntries(on) };
}

function fixOf({ kind, platform, url, instead, evidence }: Fix, { names }: ReportModel): OverviewFix {
  const words = `${names.get(platform) ?? platform}: ${kindWords[kind]}`;
  return { kind, platform, url, instead, words, href: evidence.href };
}
