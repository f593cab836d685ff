import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import type { Effects } from "../../crawler/effects.ts";
import { localRunner } from "../../crawler/runners/local.ts";
import { resume, type Stage } from "../../crawler/stage.ts";
import { openCommitIndex } from "../../datasets/commit-index.ts";
import { openJournal } from "../../datasets/journal.ts";
import { quietEffects } from "./quiet-effects.ts";

const Square = z.object({ of: z.string(), value: z.int() });
type Square = z.infer<typeof Square>;

function squares(asked: number[], failAt?: number): Stage<number, Square> {
  return {
    name: "square",
    keyOf: String,
    async run(input) {
      asked.push(input);
      if (input === failAt) throw new Error("the disk is full");
      return [{ of: String(input), value: input * input }];
    },
    outcomeOf: () => "squared",
  };
}

function openSquares() {
  const folder = mkdtempSync(join(tmpdir(), "stage-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const index = openCommitIndex(join(folder, "done.idx"));
  return openJournal(
    { path: join(folder, "s.jsonl"), name: "s", schema: Square, keyOf: (square) => square.of },
    index,
  );
}

const effects: Effects = quietEffects();

test("what the journal holds is not asked again", async () => {
  const [journal, asked] = [openSquares(), [] as number[]];
  const run = localRunner(effects, { atOnce: 2 });
  await resume(squares(asked), [1, 2], { run, journal });
  await resume(squares(asked), [1, 2, 3], { run, journal });
  expect(asked).toEqual([1, 2, 3]);
  expect([...journal.read()].map((square) => square.value)).toEqual([1, 4, 9]);
});

test("an error ends the run, keeps what was done, and the next run goes on", async () => {
  const [journal, asked] = [openSquares(), [] as number[]];
  const run = localRunner(effects, { atOnce: 1 });
  await expect(resume(squares(asked, 3), [1, 2, 3, 4, 5], { run, journal })).rejects.toThrow(
    "the disk is full",
  );
  expect(asked).toEqual([1, 2, 3]);
  await resume(squares(asked), [1, 2, 3, 4, 5], { run, journal });
  expect(asked).toEqual([1, 2, 3, 3, 4, 5]);
});
