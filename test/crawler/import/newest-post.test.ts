import { expect, test } from "vitest";
import { newestPost } from "../../../crawler/import/newest-post.ts";

const noon = { instant: "2026-09-30T12:00:00.000Z", precision: "instant" } as const;
const day = { instant: "2026-09-30T00:00:00.000Z", precision: "day" } as const;
const read = (
  written: string,
  platform: string | null = "linkedin",
  checkedAt: typeof noon | typeof day = noon,
) => newestPost(written, { platform, checkedAt });

test("a label is an interval of ages", () => {
  expect(read("3w")).toEqual({ leastDays: 21, mostDays: 28, neverPosted: false, precision: "week" });
  expect(read("2mo • Edited")).toMatchObject({ leastDays: 60.875, mostDays: 91.3125, precision: "month" });
  expect(read("1yr")).toMatchObject({ leastDays: 365.25, mostDays: 730.5, precision: "year" });
  expect(read("5h")).toMatchObject({ precision: "day" });
});

test("a date counts whole, on both sides", () => {
  expect(read("2026-09-20", "x", day)).toMatchObject({ leastDays: 9, mostDays: 11, precision: "day" });
  expect(read("2026-09-20T12:00:00Z")).toMatchObject({ leastDays: 10, mostDays: 10, precision: "instant" });
  expect(read("2026-09-30", "x", day)).toMatchObject({ leastDays: 0, mostDays: 1 });
});

test("a post's address tells its instant where the platform's ids do", () => {
  const id = (BigInt(Date.parse("2026-09-20T12:00:00Z")) << 22n).toString();
  const found = read(`https://www.linkedin.com/feed/update/urn:li:activity:${id}/`);
  expect(found).toMatchObject({ leastDays: 10, mostDays: 10, precision: "instant" });
  expect(read("https://www.facebook.com/acme/posts/pfbid02abc", "facebook")).toBeNull();
  expect(read(`https://www.linkedin.com/feed/update/urn:li:activity:${id}/`, null)).toBeNull();
});

test("no post is told from no answer", () => {
  for (const word of ["none", "None", "no posts", "never", "-"])
    expect(read(word)).toMatchObject({ neverPosted: true, leastDays: null });
});

test("what is neither, or lies in the future, is refused", () => {
  expect(read("a while ago")).toBeNull();
  expect(read("11/12/2026")).toBeNull();
  expect(read("2026-10-05", "x", day)).toBeNull();
});
