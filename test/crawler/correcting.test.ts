import { expect, test } from "vitest";
import { resolveAccounts } from "../../crawler/accounts.ts";
import { findClaims } from "../../crawler/claims.ts";
import { applyCorrections } from "../../crawler/correcting.ts";
import { readCorrections } from "../../crawler/corrections.ts";
import { Correction } from "../../datasets/mending.ts";
import { Ownership } from "../../datasets/schema.ts";
import { captureOf, companyOf, visitOf } from "./site.ts";

const footer = `<footer><a href="https://x.com/acme">X</a> <a href="https://x.com/acme_news">X news</a>
  <a href="https://www.facebook.com/acme">Facebook</a></footer>
  <div class="credits">Website by <a href="https://x.com/makers">Makers</a></div>`;

/** A site with the accounts above, corrected by rows of `account,verdict,kind,instead`. */
function corrected(...rows: string[]) {
  const visit = visitOf([captureOf(footer)]);
  const resolved = resolveAccounts(companyOf(), visit, visit.captures.flatMap(findClaims));
  const header = "company_id,account,verdict,kind,instead,by,on";
  const lines = rows
    .map((row) => (row.startsWith("elsewhere") ? row : `acme,${row}`))
    .map((row) => `${row},AB,2026-11-22`);
  const said = readCorrections({ file: "c.csv", bytes: Buffer.from([header, ...lines].join("\n")) });
  const after = applyCorrections(resolved, said, new Set(["acme"]));
  for (const ownership of after.ownerships) Ownership.parse(ownership);
  for (const correction of after.corrections) Correction.parse(correction);
  const verdicts = Object.fromEntries(
    after.ownerships.map(({ accountId, own, kind }) => [accountId, `${own} ${kind}`]),
  );
  return { ...after, verdicts, effects: after.corrections.map(({ effect }) => effect) };
}

test("without corrections everything stays", () => {
  expect(corrected().verdicts).toEqual({
    "facebook:acme": "true primary",
    "x:acme": "true primary",
    "x:acme_news": "true secondary",
    "x:makers": "false other",
  });
});

test("the user has the last word on whose an account is", () => {
  const { verdicts, effects, ownerships } = corrected("x:makers,own,product,", "facebook:acme,no,,");
  expect(verdicts).toMatchObject({ "x:makers": "true product", "facebook:acme": "false other" });
  expect(effects).toEqual(["changed", "changed"]);
  const makers = ownerships.find(({ accountId }) => accountId === "x:makers");
  expect(makers).toMatchObject({ corrected: true, confidence: 1 });
  expect(makers?.reasons[0]).toBe("corrected");
});

test("what the program said too is confirmed", () => {
  expect(corrected("x:acme,own,,").effects).toEqual(["confirmed"]);
  expect(corrected("x:acme,own,careers,").effects).toEqual(["changed"]);
});

test("an account that cannot be told is unknown", () => {
  expect(corrected("x:acme,unsure,,").verdicts["x:acme"]).toBe("unknown primary");
});

test("when the primary account falls away, the next one is primary", () => {
  expect(corrected("x:acme,no,,").verdicts).toMatchObject({
    "x:acme": "false other",
    "x:acme_news": "true primary",
    "facebook:acme": "true primary",
  });
});

test("an account no page names is added, as the primary one where it is the only one", () => {
  const { verdicts, accounts, effects } = corrected(
    "https://www.youtube.com/@acmetv,own,,",
    "x:acme_de,own,,",
  );
  expect(verdicts).toMatchObject({
    "youtube:@acmetv": "true primary",
    "x:acme_de": "true secondary",
    "x:acme": "true primary",
  });
  expect(accounts.map(({ accountId }) => accountId)).toContain("youtube:@acmetv");
  expect(effects).toEqual(["added", "added"]);
});

test("an account that moved gives its place to the new one", () => {
  const { verdicts, effects } = corrected("x:acme,moved,,https://x.com/acme_global");
  expect(verdicts).toMatchObject({
    "x:acme": "false other",
    "x:acme_global": "true primary",
    "x:acme_news": "true secondary",
  });
  expect(effects).toEqual(["changed"]);
});

test("a correction that matches nothing any more is told and does nothing", () => {
  const { effects, verdicts } = corrected("x:gone,no,,", "elsewhere,x:acme,no,,");
  expect(effects).toEqual(["no_match", "no_match"]);
  expect(verdicts["x:acme"]).toBe("true primary");
});

test("the same corrections give the same twice", () => {
  const rows = ["x:makers,own,,", "x:acme,moved,,https://x.com/acme_global"];
  expect(corrected(...rows)).toEqual(corrected(...rows));
});
