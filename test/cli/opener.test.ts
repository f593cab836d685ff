import { expect, test } from "vitest";
import { openerOf, openWith } from "../../cli/opener.ts";

test("addresses are opened as the system does it, where there is a screen", () => {
  expect(openerOf("darwin", {})).toBe("open");
  expect(openerOf("linux", { DISPLAY: ":0" })).toBe("xdg-open");
  expect(openerOf("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe("xdg-open");
});

test("servers and CI open nothing", () => {
  expect(openerOf("linux", {})).toBeNull();
  expect(openerOf("darwin", { CI: "true" })).toBeNull();
});

test("a program that is not there breaks nothing", async () => {
  openWith("no-such-program")("report.html", "#grid");
  await new Promise((resolve) => setImmediate(resolve));
});
