import { expect, test } from "vitest";
import { openBrowser } from "../../crawler/browser.ts";
import type { AuditEvent } from "../../crawler/effects.ts";
import { answerOf } from "./quiet-effects.ts";

test("without a browser every page needs one, and that is told once", async () => {
  const events: AuditEvent[] = [];
  const renderer = openBrowser({
    userAgent: "test",
    emit: (event) => void events.push(event),
    programs: ["/nowhere/chromium"],
  });
  const page = answerOf("https://www.acme.test/");
  const show = () => renderer.render({ page }, async () => page);
  expect(await Promise.all([show(), show(), show()])).toEqual(Array(3).fill("needs_browser"));
  renderer.close();
  expect(events.map((event) => (event.type === "note" ? event.text : event.type))).toEqual([
    expect.stringMatching(/^No browser: none is installed\. .*setup:browser.*--retry partial/),
  ]);
});
