import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { reference } from "./reference/index.ts";

const path = process.env["METRIC_EXAMPLES"] ?? "test/fixtures/metric_examples.json";

const File = z.object({
  examples: z.array(
    z.object({
      id: z.string(),
      metric: z.string(),
      inputs: z.record(z.string(), z.json()),
      expected: z.record(z.string(), z.json()),
      rel_tol: z.number().default(1e-6),
    }),
  ),
});
const examplesIn = (file: string) => File.parse(JSON.parse(readFileSync(file, "utf8"))).examples;

/** Beside the file that is asked for: metrics without an example there, from published tables or worked by hand. */
const examples = [path, "test/fixtures/metric_examples_own.json"].flatMap(examplesIn);

test.each(examples)("$id comes out as worked", ({ metric, inputs, expected, rel_tol }) => {
  const measure = reference[metric];
  if (!measure) throw new Error(`no estimator for ${metric}`);
  const found = measure(inputs);
  for (const [key, value] of Object.entries(expected)) agree(found[key], value, { rel_tol, at: key });
});

function agree(found: unknown, expected: unknown, { rel_tol, at }: { rel_tol: number; at: string }): void {
  if (typeof expected === "number" && !Number.isInteger(expected)) {
    expect(found, at).toBeTypeOf("number");
    expect(Math.abs(Number(found) - expected), `${at}: ${found} for ${expected}`).toBeLessThanOrEqual(
      Math.max(rel_tol * Math.abs(expected), 1e-9),
    );
  } else if (typeof expected === "number") {
    expect(
      Math.abs(Number(found ?? Number.NaN) - expected),
      `${at}: ${found} for ${expected}`,
    ).toBeLessThanOrEqual(Math.max(rel_tol * Math.abs(expected), 1e-9));
  } else if (expected === "Infinity") expect(found, at).toBe(Number.POSITIVE_INFINITY);
  else if (Array.isArray(expected)) {
    expect(found, at).toHaveLength(expected.length);
    const values = z.array(z.unknown()).parse(found);
    for (const [index, value] of expected.entries())
      agree(values[index], value, { rel_tol, at: `${at}[${index}]` });
  } else if (expected !== null && typeof expected === "object") {
    const values = z.record(z.string(), z.unknown()).parse(found);
    for (const [key, value] of Object.entries(expected))
      agree(values[key], value, { rel_tol, at: `${at}.${key}` });
  } else expect(found, at).toBe(expected);
}
