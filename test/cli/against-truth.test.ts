import { expect, test } from "vitest";
import { truthLines } from "../../cli/against-truth.ts";
import { benchmarkOf } from "../analysis/records.ts";

const found = {
  benchmarks: [
    {
      ...{
        metric: "share_inactive",
        statistic: "share",
        segment: "all",
        platforms: "x",
        thetaDays: 90,
        windowDays: null,
      },
      ...{ value: 0.6231, benchmark: benchmarkOf({}), isCovered: false },
    },
    {
      ...{
        metric: "share_inactive",
        statistic: "share",
        segment: "all",
        platforms: "any",
        thetaDays: 90,
        windowDays: null,
      },
      ...{ value: 0.5, isCovered: null },
      benchmark: benchmarkOf({ estimate: null, ciLo: null, ciHi: null, boundLo: null, reason: "one_sided" }),
    },
  ],
  accounts: { found: 3, missed: 1, wrong: 0 },
  links: { right: 2, wrong: ["acme x:acme"] },
  fixes: { found: 0, missed: 0, wrong: 0, kinds: 0, errors: ["missed: acme dead_link"] },
  outcomes: { right: 1, wrong: ["beta: visited, is dns_error"] },
  falselyInactive: [],
  violations: [{ host: "x.com", kind: "too_soon", count: 2 }],
};

test("an interval that misses the truth says so, and what has none is not called covered", () => {
  const [, , head, x, any] = truthLines(found);
  expect(head).toMatch(/^figure +truth +estimate +95 % interval/);
  expect(x).toMatch(/^share_inactive\[x\] share +0\.623 +0\.500 +0\.450 to 0\.550 .* no$/);
  expect(any).toMatch(/^share_inactive\[any\] share +0\.500 +none \(one_sided\) +- +- .* -$/);
});

test("what went wrong is named line by line, and shares of nothing are none", () => {
  const lines = truthLines(found).join("\n");
  expect(lines).toContain(
    "Accounts: 3 of 4 own accounts found, 0 taken that are somebody else's (precision 1.000, recall 0.750)",
  );
  expect(lines).toContain("(precision -, recall -)\n  missed: acme dead_link");
  expect(lines).toContain("Sites: 1 of 2 outcomes right\n  beta: visited, is dns_error");
  expect(lines).toContain("Rules of politeness broken: 2\n  x.com: too_soon, 2 times");
});
