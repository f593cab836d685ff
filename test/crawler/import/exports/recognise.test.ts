import { expect, test } from "vitest";
import { exportFormats } from "../../../../crawler/import/exports/index.ts";
import { recogniseTable } from "../../../../crawler/import/exports/recognise.ts";
import { policy } from "../../../../crawler/platforms/policy.ts";

const header = ["Content", "Video title", "Video publish time", "Views"];
const recognise = (rows: string[][], named = {}) => recogniseTable([rows], "export.csv", named);

test("every known export has its source and the day it was read in policy.json, and the other way round", () => {
  expect(Object.keys(policy.exports).sort()).toEqual(exportFormats.map(({ id }) => id).sort());
});

test("an export is known by its headers, on any sheet and below other lines", () => {
  expect(recognise([header, ["a", "b", "c", "1"]])?.format.id).toBe("youtube_studio");
  expect(recognise([["Made on 2026-10-02"], [], header])?.format.id).toBe("youtube_studio");
  expect(recogniseTable([[["Summary"]], [header]], "export.xlsx", {})?.format.id).toBe("youtube_studio");
  expect(recognise([["company", "x_handle", "posted_at"]])).toBeNull();
});

test("a changed header is told with what was expected, never read as nothing", () => {
  const changed = header.map((each) => (each === "Video publish time" ? "Published" : each));
  expect(() => recognise([changed])).not.toThrow();
  const meta = ["Page ID", "Post ID", "Published on", "Permalink", "Post type"];
  expect(() => recognise([meta])).toThrow(
    'export.csv, header: looks like Meta Business Suite, Facebook posts as of 2026-11-22, but has no column "Publish time". Expected: Page ID, Post ID, Publish time, Post type. It has: Page ID, Post ID, Published on, Permalink, Post type. If it is called otherwise now: --columns postedAt=HEADER',
  );
  const named = recognise([meta], { postedAt: "Published on" });
  expect(named?.columns?.headers).toMatchObject({ postedAt: "Published on", postId: "Post ID" });
});

test("a column that is missing beside those that tell the export is told, too", () => {
  const competitors = ["Page", "Total Followers", "New Followers", "Posts in total"];
  expect(recognise([competitors])).toBeNull();
  const instagram = ["Account username", "Post ID", "Publish time", "Permalink"];
  expect(() => recognise([instagram])).toThrow('has no column "Post type"');
});
