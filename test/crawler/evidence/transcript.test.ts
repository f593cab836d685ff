import { join } from "node:path";
import { expect, test } from "vitest";
import type { Effects } from "../../../crawler/effects.ts";
import { withTranscripts } from "../../../crawler/evidence/transcript.ts";
import { localRunner } from "../../../crawler/runners/local.ts";
import type { Stage } from "../../../crawler/stage.ts";
import { openCommitIndex } from "../../../datasets/commit-index.ts";
import { transcriptKey } from "../../../datasets/evidence-record.ts";
import { openJournal } from "../../../datasets/journal.ts";
import { Transcript } from "../../../datasets/schema.ts";
import { quietEffects } from "../quiet-effects.ts";
import { inFolder } from "./folder.ts";

const step: Stage<string, string> = {
  name: "look",
  keyOf: (name) => name,
  async run(name, effects) {
    effects.token("x");
    effects.token("youtube");
    await effects.sitemaps?.(`https://${name}.test/`);
    await effects.fetch({ url: `https://${name}.test/?key=SECRET`, kind: "page" });
    return [effects.now()];
  },
  outcomeOf: () => "done",
};

/** Runs steps and gives what was written down of them. */
async function written(stage: Stage<string, string>, inputs: readonly string[], effects: Effects) {
  return await inFolder(async (folder) => {
    const index = openCommitIndex(join(folder, "done.idx"));
    const plan = { path: join(folder, "t.jsonl"), name: "t", schema: Transcript, keyOf: transcriptKey };
    const transcripts = openJournal(plan, index);
    const done: string[] = [];
    const sources = { on: new Set(["x_lookup"]), again: new Set<string>() };
    const run = withTranscripts(localRunner(effects, { atOnce: 1 }), transcripts, sources);
    await run(stage, inputs, (key) => done.push(`${key} after ${[...transcripts.keys()].length}`));
    const all = [...transcripts.read()];
    transcripts.close();
    index.close();
    return { all, done };
  });
}

const place = { file: "evidence/00001.warc.gz", offset: 7, digest: "sha256:0" };
const effects = {
  ...quietEffects({
    "https://acme.test/?key=SECRET": { evidence: place, trail: ["https://acme.test/?key=SECRET"] },
  }),
  token: (name: string) => (name === "x" ? "SECRET" : null),
  sitemaps: async () => ["", "https://acme.test/sitemap.xml"],
};

test("what a step saw is written down before its records, without a credential", async () => {
  const { all, done } = await written(step, ["acme"], effects);
  expect(done).toEqual(["acme after 1"]);
  expect(JSON.stringify(all)).not.toContain("SECRET");
  expect(all).toMatchObject([
    {
      stage: "look",
      keys: ["acme"],
      instants: ["2026-09-30T12:00:00.000Z"],
      sitemaps: [{ url: "https://acme.test/", found: ["https://acme.test/sitemap.xml"] }],
      tokens: ["x"],
      answers: [{ kind: "page", outcome: "ok", status: 200, place }],
      sources: { on: ["x_lookup"], again: [] },
    },
  ]);
});

test("inputs that one request serves are one step", async () => {
  const batch: NonNullable<Stage<string, string>["batch"]> = {
    cut: (names) => [names.slice(0, 2), names.slice(2)],
    run: (names) => names.map(async (name) => [name]),
  };
  const { all, done } = await written({ ...step, batch }, ["a", "b", "c"], effects);
  expect(all.map(({ ordinal, keys }) => [ordinal, keys])).toEqual([
    [0, ["a", "b"]],
    [1, ["c"]],
  ]);
  expect(done.toSorted().map((each) => each[0])).toEqual(["a", "b", "c"]);
});

test("a page that was shown is written down, and the word where it could not be", async () => {
  const page = {
    ...(await quietEffects({ "https://acme.test/": {} }).fetch({ url: "https://acme.test/", kind: "page" })),
  };
  for (const shown of [{ ...page, evidence: place }, "page_failed" as const]) {
    const rendering: Stage<string, string> = {
      ...step,
      async run(_, told) {
        await told.render?.({ page }, told.fetch);
        return [];
      },
    };
    const { all } = await written(rendering, ["acme"], { ...effects, render: async () => shown });
    const outcome = typeof shown === "string" ? shown : "ok";
    expect(all[0]?.answers).toMatchObject([
      { kind: "rendered", outcome, place: outcome === "ok" ? place : null },
    ]);
  }
});
