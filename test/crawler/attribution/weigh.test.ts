import { expect, test } from "vitest";
import type { ClaimView } from "../../../crawler/attribution/view.ts";
import { weigh, weighClaim } from "../../../crawler/attribution/weigh.ts";
import type { Declaration } from "../../../datasets/schema.ts";
import { declaration } from "../site.ts";

function view(evidence: Partial<Declaration>, parts: Partial<ClaimView> = {}): ClaimView {
  const claim = {
    claimId: "acme#01/001",
    companyId: "acme",
    platform: "x",
    account: "acme",
    url: "https://x.com/acme",
    captureId: "acme#01",
    evidence: declaration(evidence),
  };
  const rest = {
    handle: null,
    likeness: null,
    isPlaceholder: false,
    isAboutPage: false,
    company: null,
    listId: null,
  };
  return { claim, accountId: "x:acme", ...rest, ...parts };
}

const footer = view({ region: "footer", text: "X" });
const author = view({ region: "main", context: ["author"] });

test("a claim's log-odds are the sum of its signals, the most telling named first", () => {
  const { logOdds, reasons } = weighClaim(view({ region: "footer", text: "Jane Doe", context: ["author"] }));
  expect(logOdds).toBeLessThan(0);
  expect(reasons).toEqual(["author_box", "label_of_something_else", "site_region"]);
});

test("the best claim decides: a bad place elsewhere does not undo a good one", () => {
  expect(weigh([author, footer])).toEqual(weigh([footer]));
});

test("further claims that speak for the account add a little, up to a limit", () => {
  const one = weigh([footer]).logOdds;
  expect(weigh([footer, footer]).logOdds).toBe(one + 0.5);
  expect(weigh(Array(50).fill(footer)).logOdds).toBe(one + 2);
});

test("no claim proves nothing", () => {
  expect(weigh([])).toEqual({ logOdds: 0, reasons: [] });
});
