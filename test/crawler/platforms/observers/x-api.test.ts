import { expect, test } from "vitest";
import { z } from "zod";
import { askX, problemOf, type XProblem } from "../../../../crawler/platforms/observers/x-api.ts";
import { xLookup } from "../../../../crawler/platforms/observers/x-lookup.ts";
import { type Told, withToken } from "./fixture.ts";

const ask = (told: Told) => {
  const world = withToken("x", () => told);
  const request = {
    observer: xLookup,
    path: "/users/by",
    query: { usernames: "a,b", query: "from:a -is:x" },
    schema: z.unknown(),
    members: {},
    spent: () => ({ unit: "user read", units: 1 }),
  };
  return { answer: askX(request, world.effects), asked: world.asked };
};

test("lists keep their commas, all else is encoded", async () => {
  const { answer, asked } = ask({ body: {} });
  await answer;
  expect(asked).toEqual(["https://api.x.com/2/users/by?usernames=a,b&query=from%3Aa%20-is%3Ax"]);
});

test.each([
  ["usage-capped", 429, "rate_limited", "usage_capped"],
  ["rate-limit-exceeded", 429, "rate_limited", "rate_limit"],
  ["client-forbidden", 403, "token_required", "token_lacks_access"],
  ["invalid-request", 400, "error", "invalid_request"],
])("a problem of the type %s says more than its status", async (type, status, verdict, reason) => {
  const { answer } = ask({ status, body: { type: `https://api.x.com/2/problems/${type}` } });
  expect((await answer).failure).toEqual({ status: verdict, reason });
});

test("a refusal that is no JSON is judged by its status", async () => {
  expect((await ask({ status: 401, body: "Unauthorized" }).answer).failure?.reason).toBe("token_rejected");
  expect((await ask({ status: 503, body: "<html>" }).answer).failure).toEqual({
    status: "error",
    reason: "http_503",
  });
});

const problem = (more: Partial<XProblem>): XProblem => ({
  ...{ title: null, detail: null, type: null, value: null, resource_id: null },
  ...more,
});

test("suspension is told in words only", () => {
  const type = "https://api.twitter.com/2/problems/resource-not-found";
  expect(problemOf(problem({ detail: "User has been suspended: [a].", type })).reason).toBe("suspended");
  expect(problemOf(problem({ detail: "Could not find user", type })).reason).toBe("not_found");
  expect(problemOf(problem({}))).toEqual({ status: "error", reason: "unexplained" });
});
