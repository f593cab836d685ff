import { expect, test } from "vitest";
import { z } from "zod";
import { readsOf } from "../../../../crawler/platforms/observers/reads.ts";
import { askWithToken, type TokenRequest } from "../../../../crawler/platforms/observers/token-api.ts";
import { xLookup } from "../../../../crawler/platforms/observers/x-lookup.ts";
import { fixture, now, withToken } from "./fixture.ts";

const request: TokenRequest<{ n: number }> = {
  observer: xLookup,
  url: "https://api.example/thing?n=1",
  token: { name: "x", header: "x-key", scheme: "" },
  schema: z.object({ n: z.int() }),
  reads: readsOf({ n: true }),
  refusalOf: ({ status }) => (status === 418 ? { status: "error", reason: "teapot" } : null),
  spent: ({ n }) => ({ unit: "thing", units: n }),
};

test("without a token nothing is sent", async () => {
  const { effects, asked } = fixture(() => ({ body: { n: 1 } }));
  const answer = await askWithToken(request, effects);
  expect(answer.failure).toEqual({ status: "token_required", reason: "no_token" });
  expect(asked).toEqual([]);
});

test("the token goes into its header and not into the address, and the answer's cost is told", async () => {
  const { effects, sent, events } = withToken("x", () => ({ body: { n: 3 } }));
  expect((await askWithToken(request, effects)).data).toEqual({ n: 3 });
  expect(sent).toMatchObject([{ kind: "api", headers: { "x-key": "planted-token" }, laneDelayMs: 3_000 }]);
  expect(sent[0]?.url).not.toContain("planted");
  expect(events).toEqual([{ type: "spent", spending: { observer: "x_lookup", unit: "thing", units: 3 } }]);
});

test("a refusal in the platform's own words comes before the status", async () => {
  const { effects, events } = withToken("x", () => ({ status: 418, body: { n: 1 } }));
  expect((await askWithToken(request, effects)).failure).toEqual({ status: "error", reason: "teapot" });
  expect(events).toEqual([]);
});

const limited = (seconds: number) => {
  let answers = 0;
  const reset = String(Date.parse(now) / 1_000 + seconds);
  return withToken("x", () => {
    answers += 1;
    return answers === 1
      ? { status: 429, headers: { "x-rate-limit-reset": reset }, body: {} }
      : { body: { n: 1 } };
  });
};

test("a limit is waited for as long as the platform says, once, and the user is told", async () => {
  const { effects, slept, events } = limited(600);
  expect((await askWithToken(request, effects)).data).toEqual({ n: 1 });
  expect(slept).toEqual([601_000]);
  expect(events[0]).toEqual({ type: "note", text: "x_lookup: the limit is reached; going on in 601 s" });
});

test("a limit of hours is not waited for", async () => {
  const { effects, slept } = limited(7_200);
  expect((await askWithToken(request, effects)).failure?.status).toBe("rate_limited");
  expect(slept).toEqual([]);
});

test("a limit without an end, or one that is over, does not make it wait for long", async () => {
  const { effects, slept } = withToken("x", () => ({ status: 429, body: {} }));
  await askWithToken(request, effects);
  expect(slept).toEqual([]);
  const past = limited(-60);
  await askWithToken(request, past.effects);
  expect(past.slept).toEqual([1_000]);
});
