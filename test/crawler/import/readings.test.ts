import { expect, test } from "vitest";
import { readReadings } from "../../../crawler/import/readings.ts";
import { filled } from "./filled.ts";

const header =
  "company_id,account,checked_at,can_see,last_post_text,posts_counted,window_from,window_to,followers,coder";
const read = (...rows: string[]) => readReadings(filled([header, ...rows]));
const acme = "acme,linkedin:company/acme,2026-09-30T12:00:00Z";

test("a row becomes a reading with the evidence where it stands", () => {
  const { records, faults } = read(`${acme},yes,3w,,,,"1,234",AB`);
  expect(faults).toEqual([]);
  expect(records).toEqual([
    {
      ...{ companyId: "acme", accountId: "linkedin:company/acme", coder: "AB", sight: "yes" },
      ...{ checkedAt: "2026-09-30T12:00:00.000Z", leastDays: 21, mostDays: 28, neverPosted: false },
      ...{ precision: "week", posts: null, windowFrom: null, windowTo: null, followers: 1234 },
      ...{ used: false, file: "sheet-1.csv", sha256: "00", row: 2 },
    },
  ]);
});

test("a coder without a name goes by the name of the file, and no word of sight means that it was seen", () => {
  expect(read(`${acme},,none,,,,,`).records).toMatchObject([
    { coder: "sheet-1", sight: "yes", neverPosted: true, leastDays: null },
  ]);
});

test("what could not be seen tells nothing of posts", () => {
  const { records } = read(`${acme},login,3w,,,,,`, "zeta,linkedin:company/zeta,2026-09-30,Not theirs,,,,,,");
  expect(records).toMatchObject([
    { sight: "login", leastDays: null },
    { sight: "not_theirs", checkedAt: "2026-09-30T00:00:00.000Z" },
  ]);
});

test("a count tells of the newest post as far as it reaches", () => {
  const window = "2026-07-02T12:00:00Z,2026-09-30T12:00:00Z";
  expect(read(`${acme},yes,,12,${window},,`).records[0]).toMatchObject({
    ...{ posts: 12, leastDays: 0, mostDays: 90 },
  });
  expect(read(`${acme},yes,,0,${window},,`).records[0]).toMatchObject({
    ...{ posts: 0, leastDays: 90, mostDays: null },
  });
});

test("a look at the whole site is a reading without an account", () => {
  expect(read("acme,site,2026-09-30,yes,2d,,,,,").records).toMatchObject([
    { accountId: "site", leastDays: 2 },
  ]);
});

test.each([
  ["acme,linkedin:company/acme,,yes,3w,,,,,", "checked_at: is empty"],
  ["acme,linkedin:company/acme,soon,yes,3w,,,,,", 'checked_at: "soon" can not be read'],
  [`${acme},perhaps,3w,,,,,`, 'can_see: "perhaps" is not known. Write yes, login, gone, not theirs or other'],
  [`${acme},yes,a while ago,,,,,`, 'last_post_text: "a while ago" can not be read'],
  [`${acme},yes,,,,,,`, "last_post_text: is empty"],
  [`${acme},yes,3w,7,,,,`, "window_from: is empty"],
  [`${acme},yes,3w,7,2026-09-30,2026-09-01,,`, "window_to: is before window_from"],
  [`${acme},yes,3w,,,,12K,`, 'followers: "12K" is no whole number'],
])("%s is a fault", (row, fault) => {
  const { records, faults } = read(row);
  expect(records).toEqual([]);
  expect(faults.join("\n")).toContain(fault);
});
