import type { Journal } from "../datasets/journal.ts";
import type { Effects } from "./effects.ts";

/** A step of the audit that touches the world: one input, some records, journalled as it finishes. */
export interface Stage<I, O> {
  /** Names the stage in events and errors. */
  name: string;
  /** What resume remembers an input by. */
  keyOf(input: I): string;
  /** What a remote site does is in the records; only what the user must fix is thrown. */
  run(input: I, effects: Effects): Promise<readonly O[]>;
  /** Present where one request can answer for many inputs; each of them is still journalled and told by itself. */
  batch?: {
    /** Every input once; those of one list are run together. */
    cut(inputs: readonly I[]): readonly (readonly I[])[];
    /** The records of each input as they come, in the order of the inputs. */
    run(inputs: readonly I[], effects: Effects): readonly Promise<readonly O[]>[];
  };
  /** One word for what came of an input, for those who watch. */
  outcomeOf(records: readonly O[]): string;
}

/** Hears of each input that is done. */
export type OnDone<O> = (key: string, records: readonly O[]) => void;

/** Runs a stage over its inputs in some order and at some concurrency, here or elsewhere. */
export type Runner = <I, O>(stage: Stage<I, O>, inputs: readonly I[], onDone: OnDone<O>) => Promise<void>;

/**
 * Runs a stage over the inputs that its journal does not hold yet, and appends the records of each as it finishes: killed at any
 * instant, the same call goes on where it was.
 */
export async function resume<I, O>(
  stage: Stage<I, O>,
  inputs: Iterable<I> | AsyncIterable<I>,
  { run, journal }: { run: Runner; journal: Journal<O> },
): Promise<void> {
  const pending: I[] = [];
  for await (const input of inputs) if (!journal.has(stage.keyOf(input))) pending.push(input);
  await run(stage, pending, (key, records) => journal.append(key, records));
}
