import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { openCommitIndex } from "../../datasets/commit-index.ts";
import { openJournal } from "../../datasets/journal.ts";

const Entry = z.object({ key: z.string(), value: z.int() });

function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "journal-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const paths = { journal: join(folder, "entries.jsonl"), index: join(folder, "done.idx") };
  const open = () => {
    const index = openCommitIndex(paths.index);
    const plan = {
      path: paths.journal,
      name: "entries",
      schema: Entry,
      keyOf: (entry: z.infer<typeof Entry>) => entry.key,
    };
    const journal = openJournal(plan, index);
    return {
      ...journal,
      close() {
        journal.close();
        index.close();
      },
    };
  };
  return { ...paths, open };
}

const reopened = (open: ReturnType<typeof scratch>["open"]) => {
  const journal = open();
  const records = [...journal.read()];
  journal.close();
  return records;
};

test("what was appended is there after the process is gone, in the order of keys", () => {
  const { open } = scratch();
  const first = open();
  first.append("b", [
    { key: "b", value: 2 },
    { key: "b", value: 3 },
  ]);
  first.append("a", [{ key: "a", value: 1 }]);
  first.append("none", []);
  const second = open();
  expect(second.has("none")).toBe(true);
  expect(second.get("b")).toHaveLength(2);
  expect([...second.read()].map((entry) => entry.value)).toEqual([1, 2, 3]);
});

test("records of a key that is journalled again replace the old ones", () => {
  const { open } = scratch();
  const journal = open();
  journal.append("a", [{ key: "a", value: 1 }]);
  journal.append("a", [{ key: "a", value: 2 }]);
  expect([...journal.read()]).toEqual([{ key: "a", value: 2 }]);
  expect(reopened(open)).toEqual([{ key: "a", value: 2 }]);
});

test("a torn last line is dropped, and the next append is whole", () => {
  const { open, journal: path } = scratch();
  const journal = open();
  journal.append("a", [{ key: "a", value: 1 }]);
  journal.close();
  appendFileSync(path, '{"key":"b","va');
  const again = open();
  expect(again.has("b")).toBe(false);
  again.append("c", [{ key: "c", value: 3 }]);
  expect(reopened(open).map((entry) => entry.key)).toEqual(["a", "c"]);
  expect(readFileSync(path, "utf8")).not.toContain('"b"');
});

test("whole lines that were not committed yet were in flight and are asked for again", () => {
  const { open, journal: path } = scratch();
  const journal = open();
  journal.append("a", [{ key: "a", value: 1 }]);
  journal.close();
  appendFileSync(path, '{"key":"b","value":2}\n');
  expect(reopened(open)).toEqual([{ key: "a", value: 1 }]);
});

test("a torn line of the index costs that key alone", () => {
  const { open, index } = scratch();
  const journal = open();
  journal.append("a", [{ key: "a", value: 1 }]);
  journal.append("b", [{ key: "b", value: 2 }]);
  journal.close();
  truncateSync(index, readFileSync(index).length - 3);
  expect(reopened(open)).toEqual([{ key: "a", value: 1 }]);
});

test("a lost index is made again from the journal", () => {
  const { open, index } = scratch();
  const journal = open();
  journal.append("ä", [
    { key: "ä", value: 1 },
    { key: "ä", value: 2 },
  ]);
  journal.append("b", [{ key: "b", value: 3 }]);
  journal.close();
  rmSync(index);
  expect(reopened(open).map((entry) => entry.value)).toEqual([3, 1, 2]);
  expect(reopened(open)).toHaveLength(3);
});

test("a journal cut short behind the index's back loses what is gone and nothing else", () => {
  const { open, journal: path } = scratch();
  const journal = open();
  journal.append("a", [{ key: "a", value: 1 }]);
  journal.append("b", [{ key: "b", value: 2 }]);
  journal.close();
  writeFileSync(path, `${readFileSync(path, "utf8").split("\n")[0]}\n`);
  expect(reopened(open)).toEqual([{ key: "a", value: 1 }]);
});
