import { expect, test } from "vitest";
import { script } from "../../../analysis/report/script.ts";
import { style } from "../../../analysis/report/style.ts";

test("script and style cannot end their element early and load nothing", () => {
  expect(script + style).not.toMatch(/<\/|<!--|url\(|@import|https?:|fetch\(|innerHTML|eval/);
});

test("the script is valid JavaScript", () => {
  expect(() => new Function(script)).not.toThrow();
});
