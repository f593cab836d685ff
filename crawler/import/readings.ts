import { dayMs } from "../../datasets/durations.ts";
import { type HandReading, type Sight, sights } from "../../datasets/hand-records.ts";
import type { Account } from "../../datasets/schema.ts";
import { sheets } from "../../datasets/tables.ts";
import type { ReadDate } from "../platforms/observers/dates.ts";
import { grainOf, type NewestPost, newestPost } from "./newest-post.ts";
import { type FilledSheet, readSheet, type SheetReading, type SheetRow } from "./sheet.ts";

/** Columns that a person fills. */
const filled = ["can_see", "last_post_text", "posts_counted"];

/**
 * Reads a filled sheet of hand readings. Rows at fault are reported and the rest is kept.
 *
 * @throws AuditError when a column is not there any more
 */
export function readReadings(sheet: FilledSheet): SheetReading<HandReading> {
  const columns = sheets.readings.columns.map(({ name }) => name).filter((name) => !optional.includes(name));
  return readSheet(sheet, { columns, filled }, (row, account) => readingOf(row, account, sheet));
}

const optional: readonly string[] = ["company", "url", "instruction", "note"];

function readingOf(
  row: SheetRow,
  account: Account | null,
  { file, sha256 }: FilledSheet,
): HandReading | null {
  const sight = sightOf(row);
  const checkedAt = row.date("checked_at");
  if (!checkedAt && row.text("checked_at") === null)
    row.fault("checked_at", "is empty. Write the day on which you looked, like 2026-12-31");
  if (!sight || !checkedAt) return null;
  const counted = countedIn(row);
  const told = sight === "yes" ? toldBy(row, { account, checkedAt }) : unknown;
  return {
    companyId: row.text("company_id") ?? "",
    accountId: account?.accountId ?? "site",
    coder: row.text("coder") ?? file.replace(/\.\w+$/, ""),
    checkedAt: checkedAt.instant,
    sight,
    ...(told === unknown && sight === "yes" ? withinCount(counted, checkedAt) : told),
    ...counted,
    followers: row.count("followers"),
    used: false,
    ...{ file, sha256, row: row.number },
  };
}

const unknown: NewestPost = { leastDays: null, mostDays: null, neverPosted: false, precision: null };

/** A row with a post and no word of what could be seen was seen. */
function sightOf(row: SheetRow): Sight | null {
  const written =
    row
      .text("can_see")
      ?.toLowerCase()
      .replace(/[\s-]+/g, "_") ?? "yes";
  const sight = sights.find((each) => each === written || each[0] === written);
  if (sight) return sight;
  row.fault("can_see", `"${written}" is not known. Write yes, login, gone, not theirs or other`);
  return null;
}

function toldBy(
  row: SheetRow,
  { account, checkedAt }: { account: Account | null; checkedAt: ReadDate },
): NewestPost {
  const written = row.text("last_post_text");
  if (written === null) {
    if (row.text("posts_counted") === null)
      row.fault("last_post_text", `is empty. Copy the label of the newest post, or write none or its date`);
    return unknown;
  }
  const found = newestPost(written, { platform: account?.platform ?? null, checkedAt });
  if (!found)
    row.fault(
      "last_post_text",
      `"${written}" can not be read. Write a label like 3w or 2mo, a date like 2026-10-02, the post's link, or none`,
    );
  return found ?? unknown;
}

type Counted = Pick<HandReading, "posts" | "windowFrom" | "windowTo">;

function countedIn(row: SheetRow): Counted {
  const posts = row.count("posts_counted");
  const [from, to] = [row.date("window_from"), row.date("window_to")];
  if (posts !== null && (!from || !to))
    row.fault("window_from", "is empty, as window_to may be. Write the time in which the posts were counted");
  if (from && to && from.instant > to.instant) row.fault("window_to", "is before window_from. Exchange them");
  return { posts, windowFrom: from?.instant ?? null, windowTo: to?.instant ?? null };
}

/** What a count alone tells of the newest post: that it lies within the time counted, or before it. */
function withinCount({ posts, windowFrom, windowTo }: Counted, { instant }: ReadDate): NewestPost {
  if (posts === null || windowFrom === null || windowTo === null) return unknown;
  const ageAt = (at: string) => Math.max(0, (Date.parse(instant) - Date.parse(at)) / dayMs);
  const [oldest, youngest] = [ageAt(windowFrom), Math.max(0, ageAt(windowTo) - 1)];
  const ages = [youngest, oldest] as const;
  if (posts > 0) return { ...unknown, leastDays: youngest, mostDays: oldest, precision: grainOf(ages) };
  return youngest > 0 ? unknown : { ...unknown, leastDays: oldest };
}
