import { expect, test } from "vitest";
import { explainFailure } from "../../cli/failure.ts";
import { AuditError } from "../../datasets/error.ts";

const systemError = (code: string, path?: string) =>
  Object.assign(new Error(code), { code, ...(path && { path }) });

test.each([
  [new AuditError("bad_input", "firms.csv: is empty"), 2],
  [new AuditError("bad_usage", "--out is missing"), 2],
  [new AuditError("stopped", "stopped; the same command goes on"), 3],
  [systemError("ENOSPC"), 3],
  [systemError("EROFS", "/audit"), 3],
  [systemError("EFBIG"), 3],
  [systemError("ENOENT", "firms.csv"), 2],
  [new TypeError("x is not a function"), 1],
  ["a string", 1],
])("%s ends with exit code %i", (error, exitCode) => {
  expect(explainFailure(error).exitCode).toBe(exitCode);
});

test("a full disk is explained with what to do, a bug with its trace", () => {
  expect(explainFailure(systemError("ENOSPC", "out/journal")).message).toBe(
    "out/journal: the disk is full. Free some space and run the same command again",
  );
  expect(explainFailure(new TypeError("oops")).message).toMatch(
    /^This is a bug[\s\S]*TypeError: oops\n\s+at /,
  );
});
