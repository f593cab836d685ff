import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { writeTable } from "../../datasets/csv.ts";
import { fillTables, openTableFile, rowsOf } from "../../datasets/table-file.ts";
import { table } from "../../datasets/tables.ts";

const text = (description: string) => z.string().meta({ description });
const words = table("words", z.object({ word: text("Word") }), { description: "Words", key: ["word"] });
const letters = table(
  "letters",
  z.object({ letter: text("Letter"), at: z.int().meta({ description: "Place" }) }),
  {
    description: "Letters of words",
    key: [],
  },
);
const plans = [
  rowsOf(words, (word: string) => [{ word }]),
  rowsOf(letters, (word: string) => [...word].map((letter, at) => ({ letter, at }))),
];

function room() {
  const folder = mkdtempSync(join(tmpdir(), "table-file-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const open = () => plans.map((plan) => plan.open(join(folder, `${plan.table.name}.csv`)));
  return { folder, open };
}

test("several tables are made in one pass, each with as many rows of a source as there are", async () => {
  const { folder, open } = room();
  let asked = 0;
  function* sources() {
    for (const word of ["ab", "", "c"]) {
      asked += 1;
      yield word;
    }
  }
  const files = open();
  await fillTables(files, sources());
  expect(files.map(({ end }) => end().rows)).toEqual([3, 3]);
  expect(asked).toBe(3);
  expect(readFileSync(join(folder, "letters.csv"), "utf8")).toBe("letter,at\r\na,0\r\nb,1\r\nc,0\r\n");
});

test("a table made beside others has the bytes of one made alone, however many rows", async () => {
  const { folder, open } = room();
  const many = Array.from({ length: 2_345 }, (_, index) => `word ${index}`);
  const files = open();
  await fillTables(files, many);
  const [written] = files.map(({ end }) => end());
  const alone = join(folder, "alone.csv");
  expect(
    await writeTable(
      alone,
      words,
      many.map((word) => ({ word })),
    ),
  ).toEqual(written);
  expect(readFileSync(join(folder, "words.csv"), "utf8")).toBe(readFileSync(alone, "utf8"));
});

test("until it ends a table has no name, and one that failed leaves nothing of any", async () => {
  const { folder, open } = room();
  const files = open();
  await fillTables(files, ["ab"]);
  expect(readdirSync(folder)).toEqual(["letters.csv.unfinished", "words.csv.unfinished"]);
  for (const { end } of files) end();
  function* failing() {
    yield "x";
    throw new Error("out of words");
  }
  await expect(fillTables(open(), failing())).rejects.toThrow("out of words");
  expect(readdirSync(folder)).toEqual(["letters.csv", "words.csv"]);
  expect(readFileSync(join(folder, "words.csv"), "utf8")).toBe("word\r\nab\r\n");
});

test("what was added can be written before the end, and is not written twice", () => {
  const { folder } = room();
  const path = join(folder, "words.csv");
  const file = openTableFile(path, words);
  file.flush();
  file.add({ word: "=a" });
  file.flush();
  file.flush();
  expect(file.end().rows).toBe(1);
  expect(readFileSync(path, "utf8")).toBe("word\r\n'=a\r\n");
});
