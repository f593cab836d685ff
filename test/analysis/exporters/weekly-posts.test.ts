import { expect, test } from "vitest";
import { countByWeek } from "../../../analysis/exporters/weekly-posts.ts";

async function* posts(...given: (readonly [observationId: string, postedAt: string])[]) {
  for (const [observationId, postedAt] of given) yield { observationId, postedAt };
}

test("posts are counted by observation and by week, whatever their order", async () => {
  const counts = await countByWeek(
    posts(
      ["a", "2026-01-01T00:00:00.000Z"],
      ["a", "2026-01-20T00:00:00.000Z"],
      ["a", "2026-01-07T23:59:59.000Z"],
      ["b", "2026-01-01T00:00:00.000Z"],
    ),
  );
  expect([...(counts.get("a") ?? [])].map(([week, n]) => [new Date(week).toISOString(), n])).toEqual([
    ["2026-01-01T00:00:00.000Z", 2],
    ["2026-01-15T00:00:00.000Z", 1],
  ]);
  expect(counts.get("b")?.size).toBe(1);
});
