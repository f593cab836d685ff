/** What people read or check by hand, and how it was drawn what they look at. */
import { z } from "zod";
import { count, instant, number, oneOf, text, texts, yesNo } from "./fields.ts";

/** What is openly known of a company on a set of platforms before anybody looks by hand (M51). */
const phaseClasses = [
  "active",
  "inactive",
  "no_account",
  "open_accounts_silent",
  "closed_accounts_only",
  "site_unknown",
] as const;
export type PhaseClass = (typeof phaseClasses)[number];

export const SecondPhase = z.object({
  platforms: text("Platform set whose share is to be estimated"),
  companyId: text("The company"),
  thetaDays: number("Threshold of activity that the classes go by", { unit: "days" }),
  class: oneOf(
    phaseClasses,
    "What was openly known when the sheet was drawn; active, inactive and no_account are certain and nobody looks at them",
  ),
  stratum: text("Stratum of the draw: the class, and what else --strata named"),
  stratumSize: count("Companies in the stratum"),
  drawn: yesNo(
    "Whether it was drawn to be looked at by hand; drawn / stratum_size is its sampling probability",
  ),
});
export type SecondPhase = z.infer<typeof SecondPhase>;

/** In the place of an account: the company's whole site. */
export const wholeSite = "site";

/** What a coder can see where an account should be. */
export const sights = ["yes", "login", "gone", "not_theirs", "other"] as const;
export type Sight = (typeof sights)[number];

export const HandReading = z.object({
  companyId: text("The company"),
  accountId: text("The account looked at; site for a look at all that the company has beside these"),
  coder: text("Who looked; adjudicated for what was settled between coders"),
  checkedAt: instant("When"),
  sight: oneOf(
    sights,
    "What could be seen: its posts, a login wall, that it is gone, that it is somebody else's, something else",
  ),
  leastDays: number("Least age of the newest post; empty where it is not told", { unit: "days" }).nullable(),
  mostDays: number("Greatest age of the newest post; empty where there is no bound", {
    unit: "days",
  }).nullable(),
  neverPosted: yesNo("Whether the account shows no post at all"),
  precision: oneOf(["instant", "day", "week", "month", "year"], "How exactly the age was told").nullable(),
  posts: count("Posts counted from window_from to window_to").nullable(),
  windowFrom: instant("Begin of the time they were counted in").nullable(),
  windowTo: instant("Its end").nullable(),
  followers: count("Followers as shown").nullable(),
  used: yesNo(
    "False where coders disagree and nobody has settled it, and where another reading counts instead",
  ),
  file: text("Name of the sheet"),
  sha256: text("SHA-256 of the sheet, hex"),
  row: count("Row of the sheet"),
});
export type HandReading = z.infer<typeof HandReading>;

export const CoderAgreement = z.object({
  question: text("What was coded: sight, or active_90 and the like for each threshold"),
  coders: texts("Who coded"),
  n: count("Accounts that at least two coders looked at"),
  disagreements: count("Of these, accounts on which they differ"),
  observed: number("Share on which two coders agree; of exactly two coders", {
    unit: "share, 0 to 1",
  }).nullable(),
  kappa: number("Cohen's kappa of two coders (M42)").nullable(),
  kappaLo: number("Its lower 95 % limit").nullable(),
  kappaHi: number("Its upper 95 % limit").nullable(),
  ac1: number("Gwet's AC1 of two coders, which rare codes do not upset").nullable(),
  alpha: number(
    "Krippendorff's alpha of all coders (M43): 0.8 to report, 0.667 to report tentatively",
  ).nullable(),
});
export type CoderAgreement = z.infer<typeof CoderAgreement>;

export const DetectionCheck = z.object({
  companyId: text("The company"),
  accountId: text("The account checked; site for the row on accounts that are missing"),
  coder: text("Who checked"),
  checkedAt: instant("When"),
  right: yesNo("Whether the account is the company's own; empty on the row on missing accounts").nullable(),
  missing: texts("Own accounts that the site names and the audit lacks"),
  file: text("Name of the sheet"),
  sha256: text("SHA-256 of the sheet, hex"),
  row: count("Row of the sheet"),
});
export type DetectionCheck = z.infer<typeof DetectionCheck>;

export const DetectionDraw = z.object({
  companyId: text("A company that was drawn for people to check its accounts"),
  stratum: text("Stratum of the draw; all where nothing was divided"),
  stratumSize: count("Companies of that stratum whose site was wholly read"),
});
export type DetectionDraw = z.infer<typeof DetectionDraw>;

const blank = (description: string) => text(`Blank: ${description}`).nullable();
const asked = {
  companyId: text("The company"),
  company: text("Its name"),
  account: text("The account, platform:account; site where the whole site is meant"),
  url: text("Its address: open it").nullable(),
  instruction: text("What to do"),
};

/** One account to look at, with blank cells for what is seen there. */
export const ReadingRow = z.object({
  ...asked,
  checkedAt: blank("day of the look, YYYY-MM-DD"),
  canSee: blank("yes, login, gone, not theirs, other"),
  lastPostText: blank("3w, 2026-10-02, the post's link, or none"),
  postsCounted: blank("posts from window_from to window_to, where they were counted"),
  windowFrom: blank("begin of that time, YYYY-MM-DD"),
  windowTo: blank("its end"),
  followers: blank("followers as shown"),
  coder: blank("who looked"),
  note: blank("for yourself; it is not read back"),
});
export type ReadingRow = z.infer<typeof ReadingRow>;

/** One account to check against the company's site, or the question which are missing. */
export const CheckRow = z.object({
  ...asked,
  checkedAt: blank("day of the check, YYYY-MM-DD"),
  right: blank("yes, no or unsure: is it the company's own account"),
  missing: blank("addresses of own accounts that are not on this sheet, with spaces between, or none"),
  coder: blank("who checked"),
  note: blank("for yourself; it is not read back"),
});
export type CheckRow = z.infer<typeof CheckRow>;

/** One page to save in a browser, because its site turns crawlers away. */
export const SaveRow = z.object({
  companyId: text("The company"),
  company: text("Its name"),
  url: text("Its address: open it"),
  outcome: text("How the visit ended"),
  instruction: text("What to do"),
  note: blank("for yourself"),
});
export type SaveRow = z.infer<typeof SaveRow>;
