import { expect, test } from "vitest";
import { replaying } from "../../../crawler/evidence/replay.ts";
import type { SeenAnswer, Transcript } from "../../../datasets/schema.ts";
import { quietEffects } from "../quiet-effects.ts";

const at = "2026-09-30T12:00:00.000Z";
const place = (offset: number) => ({ file: "evidence/00001.warc.gz", offset, digest: null });

function seen(request: string, offset: number, said: Partial<SeenAnswer> = {}): SeenAnswer {
  const times = { startedAt: at, finishedAt: at };
  return {
    request,
    kind: "page",
    url: request,
    outcome: "ok",
    reason: null,
    status: 200,
    ...times,
    place: place(offset),
    ...said,
  };
}

function world(said: Partial<Transcript>) {
  const nothing = {
    ordinal: 0,
    stage: "visit",
    keys: [],
    answers: [],
    instants: [],
    sitemaps: [],
    tokens: [],
  };
  const transcript = { ...nothing, sources: { on: [], again: [], asksNobody: false }, ...said };
  const read = async ({ offset }: { offset: number | null }) => ({
    status: 200,
    headers: { "content-type": "text/html" },
    body: Buffer.from(`record at ${offset}`),
  });
  return replaying(transcript, { read, now: at, emit: () => undefined, onMissing: () => undefined });
}

test("an answer is that of then: body from the evidence, outcome and instants from the transcript", async () => {
  const answers = [
    seen("https://a.test/?key=REMOVED", 7, {
      url: "https://b.test/",
      trail: ["https://a.test/", "https://b.test/"],
    }),
  ];
  const answer = await world({ answers }).fetch({ url: "https://a.test/?key=SECRET", kind: "page" });
  expect(answer).toMatchObject({
    requestedUrl: "https://a.test/?key=SECRET",
    url: "https://b.test/",
    status: 200,
    evidence: place(7),
  });
  expect(Buffer.from(answer.body).toString()).toBe("record at 7");
});

test("the same request twice gets its answers in their order", async () => {
  const effects = world({ answers: [seen("https://a.test/", 1), seen("https://a.test/", 2)] });
  const ask = async () => (await effects.fetch({ url: "https://a.test/", kind: "page" })).evidence?.offset;
  expect([await ask(), await ask(), await ask()]).toEqual([1, 2, undefined]);
});

test("what was not asked then is a failure that says so, and nobody is asked", async () => {
  const answer = await world({}).fetch({ url: "https://127.0.0.1:1/", kind: "api" });
  expect(answer).toMatchObject({
    outcome: "connect_error",
    reason: "not_in_evidence",
    status: null,
    sent: false,
  });
});

test("an exchange that had no answer has none again", async () => {
  const failed = seen("https://a.test/", 3, { outcome: "timeout", reason: "idle", status: null, sent: true });
  const answer = await world({ answers: [failed] }).fetch({ url: "https://a.test/", kind: "page" });
  expect(answer).toMatchObject({ outcome: "timeout", reason: "idle", headers: {} });
  expect(answer.body).toHaveLength(0);
});

test("clock, sitemaps and tokens are those of then; sleep takes no time", async () => {
  const instants = ["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"];
  const effects = world({
    instants,
    tokens: ["x"],
    sitemaps: [{ url: "https://a.test/", found: ["https://a.test/s.xml"] }],
  });
  expect([effects.now(), effects.now(), effects.now()]).toEqual([...instants, instants[1]]);
  expect(world({}).now()).toBe(at);
  expect([effects.token("x"), effects.token("youtube")]).toEqual(["replayed", null]);
  expect(await effects.sitemaps?.("https://a.test/")).toEqual(["https://a.test/s.xml"]);
  expect(await effects.sitemaps?.("https://b.test/")).toEqual([]);
  await effects.sleep(1_000_000_000);
});

test("no browser is started: a page that was shown is the document of then, else the word of then", async () => {
  const page = await quietEffects().fetch({ url: "https://a.test/", kind: "page" });
  const show = (answers: SeenAnswer[]) => {
    const effects = world({ answers });
    return effects.render?.({ page }, effects.fetch);
  };
  const shown = await show([seen("https://a.test/", 9, { kind: "rendered", reason: "budget" })]);
  expect(shown).toMatchObject({
    reason: "budget",
    evidence: place(9),
    headers: { "content-type": "text/html" },
  });
  expect(
    await show([seen("https://a.test/", 9, { kind: "rendered", outcome: "page_failed", place: null })]),
  ).toBe("page_failed");
  expect(await show([])).toBe("needs_browser");
});
