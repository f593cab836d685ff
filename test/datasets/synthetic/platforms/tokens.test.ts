import { expect, test } from "vitest";
import { fateOf, resetOf, syntheticTokens } from "../../../../datasets/synthetic/platforms/tokens.ts";

test("a token of one platform is good there and nowhere else", () => {
  expect(fateOf("x", { token: syntheticTokens.x })).toBe("valid");
  expect(fateOf("youtube", { token: syntheticTokens.x })).toBe("rejected");
  for (const token of [null, "", "Bearer", `${syntheticTokens.x}-other`]) {
    expect(fateOf("x", { token })).toBe("rejected");
  }
});

test("what a token meets stands at its end", () => {
  expect(fateOf("x", { token: `${syntheticTokens.x}-new` })).toBe("new_names");
  expect(fateOf("meta", { token: `${syntheticTokens.meta}-capped` })).toBe("capped");
  expect(fateOf("youtube", { token: `${syntheticTokens.youtube}-forbidden` })).toBe("forbidden");
});

test("a limit ends at the second that the token names", () => {
  const seconds = Math.floor(Date.now() / 1_000);
  const until = (second: number) => ({ token: `${syntheticTokens.x}-limited-${second}` });
  expect(fateOf("x", until(seconds + 600))).toBe("limited");
  expect(fateOf("x", until(seconds - 600))).toBe("valid");
  expect(resetOf(until(seconds))).toBe(seconds);
  expect(resetOf({ token: syntheticTokens.x })).toBeNull();
});
