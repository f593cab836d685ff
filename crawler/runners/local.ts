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
    const finish = (input: I, records: readonly O[]) => {
      const key = stage.keyOf(input);
      onDone(key, records);
      effects.emit({ type: "finished", stage: stage.name, key, outcome: stage.outcomeOf(records) });
    };
    const failures: unknown[] = [];
    const stopAll = (error: unknown) => {
      failures.push(error);
      limit.clearQueue();
      stop?.();
    };
    const runTogether = async (together: readonly I[]) => {
      const found = run(together, effects);
      const finishing = together.map(async (input, at) => finish(input, (await found[at]) ?? []));
      await Promise.all(finishing.map((each) => each.catch(stopAll)));
    };
    // What is under way still writes to the journal: this does not end before all of it has.
    await Promise.allSettled(cut(inputs).map((each) => limit(() => runTogether(each))));
    if (failures.length > 0) throw failures[0];
  };
}

function eachAlone<I, O>({ run }: Stage<I, O>): NonNullable<Stage<I, O>["batch"]> {
  return {
    cut: (inputs) => inputs.map((input) => [input]),
    run: (inputs, effects) => inputs.map((input) => run(input, effects)),
  };
}
