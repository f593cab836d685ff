import { expect, test } from "vitest";
import { keptAnswers } from "../../crawler/kept-answers.ts";
import { answerOf } from "./quiet-effects.ts";

const sized = (url: string, bytes: number) => answerOf(url, { text: "x".repeat(bytes) });

test("answers are kept until they are too many bytes, and those wanted lately stay longest", () => {
  const kept = keptAnswers(250);
  for (const name of ["a", "b"]) kept.put(name, sized(name, 100));
  expect(kept.get("a")?.url).toBe("a");
  kept.put("c", sized("c", 100));
  expect(["a", "b", "c"].map((name) => kept.get(name)?.url ?? null)).toEqual(["a", null, "c"]);
});

test("one answer that is larger than all that may be kept is not kept, and an answer put twice counts once", () => {
  const kept = keptAnswers(250);
  kept.put("large", sized("large", 300));
  expect(kept.get("large")).toBeNull();
  for (let times = 0; times < 5; times += 1) kept.put("a", sized("a", 100));
  kept.put("b", sized("b", 100));
  expect(kept.get("a")).not.toBeNull();
});
