import { expect, test } from "vitest";
import { script, style } from "../../../analysis/report/client.ts";

const colours = (block: string) =>
  new Map([...block.matchAll(/--([\w-]+): (#\w+)/g)].map(([, name, colour]) => [name, colour]));

/** Relative luminance after WCAG 2.2. */
function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g);
  const [red = 0, green = 0, blue = 0] = (digits ?? []).map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const [, light = "", dark = ""] = style.split(":root");

test.each([
  ["light", colours(light)],
  ["dark", colours(dark)],
])("in %s every text stands out from every ground by 4.5 to 1 (WCAG 2.2 AA)", (_, palette) => {
  const grounds = ["page", "card", "head", "posting", "slow", "silent", "absent", "unknown"];
  const pairs = grounds.flatMap((ground) => ["text", "soft"].map((ink) => [ink, ground] as const));
  const weak = [...pairs, ["link", "page"] as const, ["link", "card"] as const].filter(
    ([ink, ground]) => contrast(palette.get(ink) ?? "#fff", palette.get(ground) ?? "#fff") < 4.5,
  );
  expect(weak).toEqual([]);
});

test("the page has a form for paper and one for a phone", () => {
  expect(style).toContain("@media print");
  expect(style).toContain("@media (max-width: 40rem)");
});

test("no text reaches the page as HTML, no address is asked, and nothing ends the script early", () => {
  expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval\(|fetch\(|XMLHttpRequest/);
  expect(script.toLowerCase()).not.toContain("</script");
  expect(() => new Function(script)).not.toThrow();
});
