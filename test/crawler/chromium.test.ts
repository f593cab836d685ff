import { expect, test } from "vitest";
import { findChromium, startChromium } from "../../crawler/chromium.ts";

test("of several programs the first that exists is taken", async () => {
  expect(await findChromium(["/nowhere/chromium", process.execPath, "/bin/sh"])).toBe(process.execPath);
  expect(await findChromium(["/nowhere/chromium"])).toBeNull();
});

test("where there is none, starting says so", async () => {
  await expect(startChromium([])).rejects.toThrow("none is installed");
});
