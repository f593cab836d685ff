import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { resolve } from "../../../crawler/platforms/resolve.ts";

const Vector = z.object({
  url: z.string(),
  base: z.string(),
  expect: z.object({ platform: z.string(), account: z.string(), url: z.string() }).nullable(),
  why: z.string(),
});

const path = process.env["ACCOUNT_URL_VECTORS"] ?? new URL("../../fixtures/account_url_vectors.json", import.meta.url);
const vectors = z.array(Vector).parse(JSON.parse(readFileSync(path, "utf8")));

test.each(vectors)("$url: $why", ({ url, base, expect: expected }) => {
  const found = resolve(url, base);
  expect(found && { platform: found.platform, account: found.account, url: found.url }).toEqual(expected);
});
