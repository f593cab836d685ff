import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventCommand } from "../../../cli/commands/event.ts";
import { AuditConfig } from "../../../datasets/config.ts";
import { openSnapshot } from "../../../datasets/snapshot.ts";
import { tables } from "../../../datasets/tables.ts";
import { account, observation, post } from "../../analysis/records.ts";
import { recordingTerminal } from "../recording-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "event-"));
afterAll(() => rmSync(folder, { recursive: true }));

const end = "2011-12-31T00:00:00Z";
const day = (date: string, hour: number) => `${date}T${String(hour).padStart(2, "0")}:00:00Z`;
const dates = Array.from({ length: 300 }, (_, index) =>
  new Date(Date.parse("2011-02-01") + index * 86_400_000).toISOString().slice(0, 10),
);

/** One post a day up to the guidelines of 20 May 2011, three a day from then on, and nine on the day itself. */
beforeAll(async () => {
  const observationId = "x:quintiles/archive/1";
  const often = (date: string) => (date === "2011-05-20" ? 9 : date < "2011-05-20" ? 1 : 3);
  const posts = dates.flatMap((date) =>
    Array.from({ length: often(date) }, (_, hour) =>
      post(0, { observationId, postId: `${date}-${hour}`, postedAt: day(date, hour) }),
    ),
  );
  const instrument = { software: "test", grammar: "1", extractor: "1", attribution: "1", observers: [] };
  const about = { companies: [], frameFile: null, config: AuditConfig.parse({ now: end }), instrument };
  const snapshot = openSnapshot(folder, { ...about, startedAt: end });
  const window = { from: "2011-02-01T00:00:00Z", to: end, order: "newest_first" as const, cap: null };
  await snapshot.write(tables.accounts, [account("x:quintiles")]);
  await snapshot.write(tables.observations, [
    observation({
      ...{ observationId, accountId: "x:quintiles", observedAt: end, sided: "two", posts: [] },
      window: { ...window, filters: [], complete: true },
    }),
  ]);
  await snapshot.write(tables.posts, posts);
  snapshot.close();
});

async function asked(date: string, options = {}): Promise<string> {
  const terminal = recordingTerminal();
  await eventCommand.run([folder, "x:quintiles", date], options, terminal);
  return terminal.printed();
}

test("the day itself is left out, and a rise as of Quintiles in 2011 is told from chance", async () => {
  const text = await asked("2011-05-20");
  expect(text).toContain("the day itself, 9 posts, left out");
  expect(text).toContain("before 84 posts in 84 days, after 252 in 84: rate ratio 3");
  expect(text).toMatch(
    /weeks relabelled: 1 of 20001 at least as extreme, p = 0\.00005|p < 0\.0001|p = 0\.0000/,
  );
  expect(text).toMatch(/placebo dates: rank \d of 165 days/);
});

test("what was not wholly seen is refused with the windows that are needed", async () => {
  await expect(asked("2011-02-20")).rejects.toThrow(
    /window_not_covered\. 12 weeks before and after 2011-02-20/,
  );
  expect(await asked("2011-04-01", { weeks: 6 })).toContain("rate ratio 1 ");
});

test("a day that is none is refused, the 30th of February too", async () => {
  for (const date of ["2011-02-30", "20 May 2011", "2011-13-01"])
    await expect(async () => asked(date)).rejects.toThrow(`${date}: is no date`);
});
