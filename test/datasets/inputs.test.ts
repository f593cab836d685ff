import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keepInput, readInput } from "../../datasets/inputs.ts";

test("a file that is kept is read back byte for byte, and its hash is that of its bytes", () => {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(readInput(folder, "corrections")).toBeNull();
  const bytes = Buffer.from("company_id\r\n\u00e9");
  expect(keepInput(folder, "corrections", { file: "mine.csv", bytes })).toEqual({
    path: "inputs/corrections.csv",
    rows: null,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
  expect(Buffer.from(readInput(folder, "corrections")?.bytes ?? [])).toEqual(bytes);
  expect(readInput(folder, "exclusions")).toBeNull();
});
