import { expect, test } from "vitest";
import { tellProgress } from "../../cli/progress.ts";
import type { RequestRecord } from "../../datasets/schema.ts";
import { recordingTerminal } from "./recording-terminal.ts";

const finish = (key: string, outcome: string) =>
  ({ type: "finished", stage: "visit", key, outcome }) as const;

const request: RequestRecord = {
  ...{ host: "a.test", path: "/", kind: "page", robots: "allowed", lane: "a.test", delayMs: 1_000 },
  ...{ startedAt: null, finishedAt: null, status: 200, outcome: "ok", bytes: 1 },
};

test("without a terminal a stage is one line when it is over, with its outcomes counted", () => {
  const terminal = recordingTerminal();
  const tell = tellProgress(terminal, () => 0);
  tell({ type: "started", stage: "visit", total: 3 });
  for (const event of [finish("a", "visited"), finish("b", "timeout"), finish("c", "visited")]) tell(event);
  expect(terminal.told()).toBe("visit: 3 of 3, in 0 s: visited 2, timeout 1\n");
});

test("in a terminal one line is rewritten", () => {
  const terminal = recordingTerminal({ isInteractive: true });
  let now = 0;
  const tell = tellProgress(terminal, () => now);
  tell({ type: "started", stage: "visit", total: 3 });
  now = 6_000;
  tell(finish("a", "visited"));
  expect(terminal.told()).toBe("\r\x1b[Kvisit: 1 of 3, 12 s left: visited 1");
});

test("requests show that something happens, and how fast, before the first site is done", () => {
  const terminal = recordingTerminal({ isInteractive: true, columns: 40 });
  let now = 0;
  const tell = tellProgress(terminal, () => now);
  tell({ type: "started", stage: "visit", total: 6 });
  for (now of [1_000, 1_010, 1_500]) tell({ type: "request", request });
  expect(terminal.told().split("\r\x1b[K")).toEqual([
    "",
    "visit: 0 of 6, 1.0 requests a second",
    "visit: 0 of 6, 2.0 requests a second",
  ]);
});

test("notes are told as they come", () => {
  const terminal = recordingTerminal();
  tellProgress(terminal)({ type: "note", text: "going on where it was" });
  expect(terminal.told()).toBe("going on where it was\n");
});
