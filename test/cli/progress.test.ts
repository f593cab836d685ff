import { expect, test } from "vitest";
import { tellProgress } from "../../cli/progress.ts";
import { recordingTerminal } from "./recording-terminal.ts";

const finish = (key: string, outcome: string) =>
  ({ type: "finished", stage: "visit", key, outcome }) as const;

test("without a terminal a stage is one line when it is over, with its outcomes counted", () => {
  const terminal = recordingTerminal();
  const tell = tellProgress(terminal);
  tell({ type: "started", stage: "visit", total: 3 });
  for (const event of [finish("a", "visited"), finish("b", "timeout"), finish("c", "visited")]) tell(event);
  expect(terminal.told()).toBe("visit: 3 of 3  visited 2, timeout 1\n");
});

test("in a terminal one line is rewritten", () => {
  const terminal = recordingTerminal({ isInteractive: true });
  const tell = tellProgress(terminal);
  tell({ type: "started", stage: "visit", total: 2 });
  tell(finish("a", "visited"));
  expect(terminal.told()).toBe("\r\x1b[Kvisit: 1 of 2  visited 1");
});

test("notes are told as they come", () => {
  const terminal = recordingTerminal();
  tellProgress(terminal)({ type: "note", text: "going on where it was" });
  expect(terminal.told()).toBe("going on where it was\n");
});
