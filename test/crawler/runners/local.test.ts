import { expect, test } from "vitest";
import { localRunner } from "../../../crawler/runners/local.ts";
import { quietEffects } from "../quiet-effects.ts";

test("no more inputs are under way than were allowed, and each is announced as it ends", async () => {
  const effects = quietEffects();
  let [under, most] = [0, 0];
  const stage = {
    name: "count",
    keyOf: String,
    async run(input: number) {
      under += 1;
      most = Math.max(most, under);
      await new Promise(setImmediate);
      under -= 1;
      return [input];
    },
    outcomeOf: (records: readonly number[]) => `number ${records[0]}`,
  };
  const done: string[] = [];
  await localRunner(effects, { atOnce: 2 })(stage, [1, 2, 3, 4, 5], (key) => done.push(key));
  expect(most).toBe(2);
  expect(done.sort()).toEqual(["1", "2", "3", "4", "5"]);
  expect(effects.events[0]).toEqual({ type: "started", stage: "count", total: 5 });
  expect(effects.events).toContainEqual({ type: "finished", stage: "count", key: "3", outcome: "number 3" });
});

test("on an error nothing is left under way that could still write", async () => {
  const done: string[] = [];
  const stage = {
    name: "fail",
    keyOf: String,
    async run(input: number) {
      if (input === 1) throw new Error("full");
      for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
      return [input];
    },
    outcomeOf: () => "done",
  };
  await expect(
    localRunner(quietEffects(), { atOnce: 2 })(stage, [1, 2, 3], (key) => done.push(key)),
  ).rejects.toThrow("full");
  expect(done).toEqual(["2"]);
});

test("inputs that belong together are run together, and each is announced and journalled by itself", async () => {
  const effects = quietEffects();
  const stage = {
    name: "pairs",
    keyOf: String,
    run: async (input: number) => [input],
    batch: {
      cut: (inputs: readonly number[]) => [inputs.slice(0, 2), inputs.slice(2)],
      run: (inputs: readonly number[]) => inputs.map(async (input) => [input, inputs.length]),
    },
    outcomeOf: (records: readonly number[]) => `of ${records[1]}`,
  };
  const done: unknown[] = [];
  await localRunner(effects, { atOnce: 1 })(stage, [1, 2, 3], (key, records) => done.push([key, records]));
  expect(done).toEqual([
    ["1", [1, 2]],
    ["2", [2, 2]],
    ["3", [3, 1]],
  ]);
  expect(effects.events).toContainEqual({ type: "started", stage: "pairs", total: 3 });
  expect(effects.events).toContainEqual({ type: "finished", stage: "pairs", key: "3", outcome: "of 1" });
});
