/** What a company can mend on its own pages today, and what a user says against what the program found. */
import { z } from "zod";
import { count, number, oneOf, text, texts } from "./fields.ts";
import { accountKinds, Declaration } from "./schema.ts";

/** Kinds of problems with the accounts that a site names, in the order of the list. */
export const fixKinds = [
  "dead_account",
  "old_handle",
  "personal_profile",
  "share_link_as_profile",
  "empty_platform_link",
  "template_account",
  "agency_account",
  "closed_platform",
  "pages_disagree",
  "not_in_jsonld",
] as const;
export type FixKind = (typeof fixKinds)[number];

/** One problem, once however many pages show it. */
export const Fix = z.object({
  fixId: text("companyId ! ordinal"),
  companyId: text("The company"),
  kind: oneOf(
    fixKinds,
    "What is wrong: the account is gone; it has moved; a person's profile, or a link that shares the page, stands in an account's place; a link names a platform and no account; the account came with the template, or is the web agency's; the platform has closed; pages name different accounts; structured data leaves the account out",
  ),
  platform: text("Platform concerned"),
  accountId: text("Account concerned; empty where the link names none, and for people's profiles").nullable(),
  captureId: text("The first page that shows it"),
  url: text("Address of that page"),
  pages: count("Pages read that show it"),
  evidence: z.object({
    ...Declaration.pick({ kind: true, region: true, locator: true }).shape,
    href: text("The address as the page gives it; a person's name in it is left out"),
  }),
  instead: text("What to write instead"),
});
export type Fix = z.infer<typeof Fix>;

/** What a user may say of an account: it is the company's own, is not, cannot be told, or has moved to another one. */
const correctionVerdicts = ["own", "not_own", "unsure", "moved"] as const;

/** What a user said of one account, and what came of it. */
export const Correction = z.object({
  companyId: text("The company"),
  accountId: text("The account, platform:account"),
  verdict: oneOf(correctionVerdicts, "What the user says of the account"),
  kind: oneOf(accountKinds, "What the account is for, where the user says so").nullable(),
  movedTo: text("The account that is the company's in its place").nullable(),
  reason: text("Why, in the user's words").nullable(),
  by: text("Who says so").nullable(),
  on: text("Day on which it was checked, YYYY-MM-DD").nullable(),
  row: count("Row of the user's file"),
  effect: oneOf(
    ["changed", "confirmed", "added", "no_match"],
    "changed: the program had said otherwise; confirmed: it had said the same; added: no page names the account; no_match: the company or the account is not there any more",
  ),
});
export type Correction = z.infer<typeof Correction>;

/** One account that a person should look at, with blank cells for what the person finds. */
export const ReviewRow = z.object({
  companyId: text("The company"),
  company: text("Its name"),
  account: text("The account, platform:account"),
  url: text("Its address: open it"),
  changes: count("Published statuses that another verdict would change"),
  said: text("Whether the program takes it for the company's own: true, false, unknown"),
  saidKind: text("What it takes the account to be for"),
  confidence: number("How sure it is", { unit: "share, 0 to 1" }),
  reasons: texts("Why"),
  page: text("A page that names the account").nullable(),
  place: text("Where in that page").nullable(),
  href: text("The address as it stands there").nullable(),
  verdict: text("Blank: own, not own, unsure, or moved").nullable(),
  kind: text("Blank: what the account is for, where the program is wrong").nullable(),
  instead: text("Blank: address of the account that is the company's, for moved").nullable(),
  reason: text("Blank: why").nullable(),
  by: text("Blank: who says so").nullable(),
  on: text("Blank: day of the check, YYYY-MM-DD").nullable(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;
