import { z } from "zod";
import { instant, oneOf, text, yesNo } from "./fields.ts";
import { siteOutcomes } from "./schema.ts";
import { table } from "./tables.ts";

/** What has become of the site that a frame gives a company. */
export const siteStates = ["live", "redirected", "renamed", "dead", "unclear"] as const;
export type SiteState = (typeof siteStates)[number];

/** What one look at a company's site says about its row of the frame. */
export const SiteCheck = z.object({
  companyId: text("The company"),
  name: text("Name as the frame gives it"),
  checkedAt: instant("When it was looked at", { volatile: true }),
  state: oneOf(
    siteStates,
    "live: answers under its own domain and names the company; redirected: leads to another domain; renamed: gives itself another name; dead: nothing is there; unclear: it could not be seen",
  ),
  outcome: oneOf(siteOutcomes, "How the request of the start page ended"),
  url: text("Address that answered").nullable(),
  holder: text("id of the company of the frame that has the domain it leads to").nullable(),
  callsItself: text("Name the page gives its publisher, else its title").nullable(),
  namesCompany: yesNo("Whether the page holds the company's name; empty where no page was seen").nullable(),
  offersServices: yesNo(
    "Whether the page speaks of services of its segment; empty where no page was seen or no words are known for the segment",
  ).nullable(),
  isVouchedFor: yesNo("Whether the site vouches for the row: live, and nothing it should say is missing"),
});
export type SiteCheck = z.infer<typeof SiteCheck>;

/** `verification.csv`: one row a company that was looked at. */
export const siteChecks = table("verification", SiteCheck, {
  description: "What the sites of a frame said when they were looked at",
  key: ["company_id"],
});
