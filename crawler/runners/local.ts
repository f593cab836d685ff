import pLimit from "p-limit";
import type { Effects } from "../effects.ts";
import type { OnDone, Runner, Stage } from "../stage.ts";

interface LocalOptions {
  /** Inputs under way at once. Most of them wait for the lane of their host; how many requests are in flight polite.ts decides. */
  atOnce: number;
  /** Ends what is under way, at the first error. */
  stop?: () => void;
}

/** Runs a stage in this process. */
export function localRunner(effects: Effects, { atOnce, stop }: LocalOptions): Runner {
  return async <I, O>(stage: Stage<I, O>, inputs: readonly I[], onDone: OnDone<O>) => {
    const limit = pLimit({ concurrency: atOnce, rejectOnClear: true });
    effects.emit({ type: "started", stage: stage.name, total: inputs.length });
    const { cut, run } = stage.batch ?? eachAlone(stage);
    const runTogether = async (together: readonly I[]) => {
      const found = await run(together, effects);
      for (const [at, input] of together.entries()) {
        const [key, records] = [stage.keyOf(input), found[at] ?? []];
        onDone(key, records);
        effects.emit({ type: "finished", stage: stage.name, key, outcome: stage.outcomeOf(records) });
      }
    };
    const failures: unknown[] = [];
    const stopAll = (error: unknown) => {
      failures.push(error);
      limit.clearQueue();
      stop?.();
    };
    // What is under way still writes to the journal: this does not end before all of it has.
    await Promise.allSettled(cut(inputs).map((each) => limit(() => runTogether(each).catch(stopAll))));
    if (failures.length > 0) throw failures[0];
  };
}

function eachAlone<I, O>({ run }: Stage<I, O>): NonNullable<Stage<I, O>["batch"]> {
  return {
    cut: (inputs) => inputs.map((input) => [input]),
    run: (inputs, effects) => Promise.all(inputs.map((input) => run(input, effects))),
  };
}
