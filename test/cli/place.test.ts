import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { main } from "../../cli/index.ts";
import { collect } from "../../datasets/collect.ts";
import { politenessOf } from "../../datasets/politeness.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { serve } from "../crawler/loopback.ts";
import { recordingTerminal } from "./recording-terminal.ts";

const delayMs = 150;

/** A crawl of two sites with an order to stop after some requests. */
async function crawler() {
  const stops: AbortController[] = [];
  let left = Number.POSITIVE_INFINITY;
  const server = await serve(({ url = "" }, response) => {
    left -= 1;
    if (left === 0) stops.at(-1)?.abort();
    if (url === "/robots.txt") return void response.end("User-agent: *\nDisallow: /contact");
    const text = "We run clinical trials. ".repeat(30);
    response.end(
      `<html><title>Acme</title><a href="/about">About</a><a href="/contact">Contact</a><p>${text}`,
    );
  });
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  onTestFinished(async () => {
    rmSync(folder, { recursive: true });
    await server.close();
  });
  writeFileSync(join(folder, "frame.csv"), "id,name,website\na,A,http://a.test/\nb,B,http://b.test/\n");
  const rules = [80, 443].flatMap((port) => ["--connect-to", `:${port}:127.0.0.1:${server.port}`]);
  const crawl = async (stopAfter = Number.POSITIVE_INFINITY) => {
    left = stopAfter;
    stops.push(new AbortController());
    const terminal = recordingTerminal({ signal: stops.at(-1)?.signal ?? AbortSignal.abort() });
    const given = ["crawl", join(folder, "frame.csv"), "--out", join(folder, "audit")];
    const code = await main([...given, "--delay-ms", String(delayMs), ...rules], terminal);
    return { code, printed: terminal.printed() };
  };
  return { crawl, audit: join(folder, "audit") };
}

test("the ledger proves that nobody was asked faster than promised, also when a run was stopped and resumed at once", async () => {
  const { crawl, audit } = await crawler();
  expect(await crawl(3)).toMatchObject({ code: 3 });
  const { code, printed } = await crawl();
  expect(code).toBe(0);
  expect(printed).toMatch(
    /Politeness: \d+ requests to 2 hosts, 2 not sent because of robots.txt; the shortest gap was/,
  );
  const snapshot = reopenSnapshot(audit);
  const requests = await collect(snapshot.read(tables.requests));
  snapshot.close();
  const politeness = await politenessOf(requests);
  expect(politeness).toMatchObject({ hosts: 2, refused: 2, short: 0 });
  expect(politeness.tightest?.ms).toBeGreaterThanOrEqual(delayMs);
  expect(requests.filter(({ kind }) => kind === "robots")).toHaveLength(2);
});
