import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { mayBeAccount } from "../../../crawler/platforms/may-be-account.ts";
import { resolve } from "../../../crawler/platforms/resolve.ts";

const Vectors = z.array(
  z.object({
    url: z.string(),
    base: z.string(),
    expect: z.object({ platform: z.string(), account: z.string(), url: z.string() }).nullable(),
    why: z.string(),
  }),
);

const fixture = (name: string) => new URL(`../../fixtures/${name}`, import.meta.url);
const read = (path: string | URL) => Vectors.parse(JSON.parse(readFileSync(path, "utf8")));

const vectors = [
  ...read(process.env["ACCOUNT_URL_VECTORS"] ?? fixture("account_url_vectors.json")),
  ...read(fixture("account_url_vectors_own.json")),
];

test.each(vectors)("$url: $why", ({ url, base, expect: expected }) => {
  const found = resolve(url, base);
  expect(found && { platform: found.platform, account: found.account, url: found.url }).toEqual(expected);
  if (expected !== null) expect(mayBeAccount(url)).toBe(true);
});
