import { expect, test } from "vitest";
import { laneOf, openSending } from "../../crawler/sending.ts";
import { virtualWorld } from "./virtual-world.ts";

/** URLs and the lane they wait in: hosts under one public suffix are strangers to each other. */
const lanes = [
  ["https://www.example.co.uk/x", "example.co.uk"],
  ["https://a.b.c.example.com:8443/", "example.com"],
  ["https://one.github.io/", "one.github.io"],
  ["https://bücher.example/", "xn--bcher-kva.example"],
  ["http://localhost:8080/", "localhost"],
  ["http://127.0.0.1:8080/", "127.0.0.1"],
  ["http://[::1]/", "::1"],
  ["http://site00001.test./", "site00001.test"],
] as const;

for (const [url, lane] of lanes) {
  test(`${url} waits in lane ${lane}`, () => expect(laneOf(url)).toBe(lane));
}

test("an attempt that met the host counts for the delay, one that met nobody does not", async () => {
  const outcomes = ["dns_error", "guarded", "connect_error", "ok"] as const;
  let turn = 0;
  const { effects, clock, pass, visits, ledger } = virtualWorld(() => {
    const outcome = outcomes[turn++] ?? "ok";
    return { outcome, status: null, sent: outcome === "ok", tookMs: 0 };
  });
  const { send } = openSending({ effects, concurrency: 1, clock, random: () => 0, signal: undefined });
  const permit = { robots: "allowed", delayMs: 1_000, ownDelayMs: 1_000 } as const;
  for (const path of "1234") await pass(send({ url: `http://a.test/${path}`, kind: "page" }, permit));
  expect(visits.map(({ at }) => at)).toEqual([0, 0, 0, 1_000]);
  expect(ledger.map(({ startedAt }) => startedAt !== null)).toEqual([false, false, false, true]);
});

test("a refusal is told in the ledger and sends nothing", () => {
  const { effects, clock, visits, ledger } = virtualWorld(() => ({}));
  const { refuse } = openSending({ effects, concurrency: 1, clock, random: () => 0, signal: undefined });
  const failure = { outcome: "robots_disallowed", reason: null } as const;
  const answer = refuse(
    { url: "http://a.test/x?y", kind: "page" },
    { robots: "disallowed", delayMs: 1_000, ownDelayMs: 1_000 },
    failure,
  );
  expect(answer).toMatchObject({ ...failure, status: null, sent: false, url: "http://a.test/x?y" });
  expect(ledger).toMatchObject([
    { path: "/x?y", robots: "disallowed", startedAt: null, finishedAt: null, bytes: 0 },
  ]);
  expect(visits).toEqual([]);
});

test("a visit pays for what servers take and for the silence they ask for, not for the delay we keep", async () => {
  const { effects, clock, pass } = virtualWorld((_, at) =>
    at === 0 ? { status: 503, headers: { "retry-after": "7" }, tookMs: 300 } : { tookMs: 200 },
  );
  const { send } = openSending({ effects, concurrency: 1, clock, random: () => 0, signal: undefined });
  const permit = { robots: "allowed", delayMs: 5_000, ownDelayMs: 5_000 } as const;
  const budget = { leftMs: 10_000 };
  await pass(send({ url: "http://a.test/", kind: "page", budget }, permit));
  expect(budget.leftMs).toBe(10_000 - 300 - 7_000 - 200);
  await pass(send({ url: "http://a.test/2", kind: "page", budget }, permit));
  expect(budget.leftMs).toBe(2_300);
});

test("a visit that is out of time asks nothing more, and waits for no silence it cannot pay", async () => {
  const { effects, clock, pass, visits } = virtualWorld(() => ({
    status: 429,
    outcome: "rate_limited",
    headers: { "retry-after": "20" },
    tookMs: 1_000,
  }));
  const { send } = openSending({ effects, concurrency: 1, clock, random: () => 0, signal: undefined });
  const permit = { robots: "allowed", delayMs: 0, ownDelayMs: 0 } as const;
  const budget = { leftMs: 15_000 };
  const first = await pass(send({ url: "http://a.test/", kind: "page", budget }, permit));
  expect([first.outcome, visits.length]).toEqual(["rate_limited", 1]);
  budget.leftMs = 0;
  const second = await pass(send({ url: "http://a.test/2", kind: "page", budget }, permit));
  expect([second.outcome, second.reason, visits.length]).toEqual(["timeout", "budget", 1]);
});

test("a Crawl-delay is paid for by the visit that keeps it, less the delay we keep anyway", async () => {
  const { effects, clock, pass, visits } = virtualWorld(() => ({ tookMs: 0 }));
  const { send } = openSending({ effects, concurrency: 1, clock, random: () => 0, signal: undefined });
  const permit = { robots: "allowed", delayMs: 20_000, ownDelayMs: 1_000 } as const;
  const budget = { leftMs: 80_000 };
  for (const path of "12345")
    await pass(send({ url: `http://a.test/${path}`, kind: "page", budget }, permit));
  expect(budget.leftMs).toBe(80_000 - 4 * 19_000);
  const next = await pass(send({ url: "http://a.test/7", kind: "page", budget }, permit));
  expect([next.outcome, next.reason]).toEqual(["timeout", "budget"]);
  expect(visits.map(({ at }) => at)).toEqual([0, 20_000, 40_000, 60_000, 80_000]);
});
