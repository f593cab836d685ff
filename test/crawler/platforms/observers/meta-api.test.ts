import { expect, test } from "vitest";
import { businessDiscovery } from "../../../../crawler/platforms/observers/instagram.ts";
import { observeInTurn } from "../../../../crawler/platforms/observers/meta-api.ts";
import { failed, subjectOf } from "../../../../crawler/platforms/observers/observation.ts";
import { accountOn, period, withToken } from "./fixture.ts";

const on = (name: string) => accountOn("instagram", name, `https://www.instagram.com/${name}`);
const answering = (code: number, subcode?: number) =>
  withToken("meta", () => ({
    status: 400,
    body: { error: { message: "no", code, error_subcode: subcode } },
  }));

test.each([
  [190, undefined, "token_required", "token_rejected"],
  [10, undefined, "token_required", "permission_missing"],
  [200, undefined, "token_required", "permission_missing"],
  [4, undefined, "rate_limited", "rate_limit"],
  [80_002, undefined, "rate_limited", "rate_limit"],
  [110, 2_207_013, "presence_only", "not_shown_by_platform"],
  [100, 33, "presence_only", "not_shown_by_platform"],
  [100, undefined, "error", "api_100"],
])("code %s/%s is %s and no silence", async (code, subcode, status, reason) => {
  const { effects, events } = answering(code, subcode);
  expect(await businessDiscovery.observe(on("acme"), period, effects)).toMatchObject({
    status,
    reason,
    sided: "none",
  });
  expect(events).toEqual([]);
});

test("a token that may not read one account is not tried on the next", async () => {
  const { effects } = withToken("meta", () => undefined);
  const asked: string[] = [];
  const seen = await observeInTurn(
    ["a", "b", "c"].map(on),
    {
      observer: businessDiscovery,
      period,
      read: async (account) => {
        asked.push(account.account);
        const subject = subjectOf(account, businessDiscovery, { period, effects });
        return failed(
          subject,
          account.account === "a"
            ? { status: "presence_only", reason: "not_shown_by_platform" }
            : { status: "token_required", reason: "permission_missing" },
        );
      },
    },
    effects,
  );
  expect(asked).toEqual(["a", "b"]);
  expect(seen.map(({ accountId, status }) => [accountId, status])).toEqual([
    ["instagram:a", "presence_only"],
    ["instagram:b", "token_required"],
    ["instagram:c", "token_required"],
  ]);
});
