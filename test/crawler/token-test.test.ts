import { expect, test } from "vitest";
import { type TokenName, tryToken } from "../../crawler/token-test.ts";
import { withToken } from "./platforms/observers/fixture.ts";

test.each([
  ["x", "https://api.x.com/2/users/by?usernames=x"],
  ["youtube", "https://www.googleapis.com/youtube/v3/channels?part="],
  ["meta", "https://graph.facebook.com/v25.0/me?fields=id"],
] satisfies [TokenName, string][])("the token of %s is tried with one request", async (name, url) => {
  const works = withToken(name, () => ({ body: { data: [], items: [] } }));
  expect(await tryToken(name, works.effects)).toBeNull();
  expect(works.asked).toHaveLength(1);
  expect(works.asked[0]?.startsWith(url)).toBe(true);
});

test("a token that is refused is told with its reason", async () => {
  const { effects } = withToken("x", () => ({ status: 401, body: "" }));
  expect(await tryToken("x", effects)).toEqual({ status: "token_required", reason: "token_rejected" });
});
