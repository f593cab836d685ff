import { expect, test } from "vitest";
import { fixRules } from "../../../crawler/fixes/index.ts";
import { fixAt } from "../../../crawler/fixes/rule.ts";
import { placesOf } from "../../../crawler/fixes/site.ts";
import { Fix, fixKinds } from "../../../datasets/mending.ts";
import { captureOf } from "../site.ts";

test("there is a rule for every kind, in the order of the list", () => {
  expect(fixRules.map(({ kind }) => kind)).toEqual([...fixKinds]);
});

test("the first place is the evidence, and the pages are counted", () => {
  const html = '<footer><a href="//x.com/acme">X</a></footer>';
  const captures = ["/", "/about/"].map((path, at) =>
    captureOf(html, `https://www.acme.example${path}`, at + 1),
  );
  const [first, ...others] = placesOf(captures);
  if (first === undefined) throw new Error("nothing declared");
  const fix = fixAt([first, ...others], { platform: "x", accountId: "x:acme", instead: "nothing" });
  expect(fix).toEqual({
    platform: "x",
    accountId: "x:acme",
    captureId: "acme#01",
    url: "https://www.acme.example/",
    pages: 2,
    evidence: {
      kind: "link",
      region: "footer",
      locator: "#root > footer > a",
      href: "https://x.com/acme",
    },
    instead: "nothing",
  });
  expect(() =>
    Fix.parse({ fixId: "acme!001", companyId: "acme", kind: "dead_account", ...fix }),
  ).not.toThrow();
});
