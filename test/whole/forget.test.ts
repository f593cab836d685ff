import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eraseCompany } from "../../cli/forget.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import { contentsOf, inPlantedWorld } from "../cli/planted-world.ts";

const published = (folder: string) =>
  new Map([...contentsOf(folder)].filter(([path]) => /^(tables|audit\.json|report\.html)/.test(path)));

/** Files of a folder, with their names, that hold a word. */
const holding = (folder: string, word: RegExp) =>
  [...contentsOf(folder)].flatMap(([path, text]) => (word.test(`${path} ${text}`) ? [path] : []));

const rowsOf = (folder: string, table: string, word: string) =>
  readFileSync(join(folder, "tables", `${table}.csv`), "utf8")
    .split("\r\n")
    .filter((row) => row.includes(word));

const isForgotten = /acme|fedi\.test|did:plc/i;

/** What people would have read, checked, and differed about. */
async function readByHand(folder: string): Promise<void> {
  const snapshot = reopenSnapshot(folder);
  const ids = ["acme.test", "beta.test"];
  const about = { coder: "A", checkedAt: "2026-11-22T00:00:00Z", file: "sheet.csv", sha256: "00", row: 2 };
  const phase = {
    platforms: "any",
    thetaDays: 90,
    stratum: "class=site_unknown",
    stratumSize: 2,
    drawn: true,
  };
  const seen = { sight: "yes", leastDays: 1, mostDays: 2, neverPosted: false, precision: "day" } as const;
  const uncounted = { posts: null, windowFrom: null, windowTo: null, followers: null, used: true };
  const { close, write } = snapshot;
  await write(
    tables.secondPhase,
    ids.map((companyId) => ({ ...phase, companyId, class: "site_unknown" as const })),
  );
  await write(
    tables.readings,
    ids.map((companyId) => ({ companyId, accountId: "site", ...about, ...seen, ...uncounted })),
  );
  await write(
    tables.checks,
    ids.map((companyId) => ({ companyId, accountId: "site", ...about, right: null, missing: [] })),
  );
  await write(
    tables.detectionDraw,
    ids.map((companyId) => ({ companyId, stratum: "all", stratumSize: 2 })),
  );
  close();
  const sheet = ids.map((id) => `${id},x:${id.slice(0, 4)}`).join("\r\n");
  writeFileSync(join(folder, "review", "disagreements.csv"), `company_id,account\r\n${sheet}\r\n`);
}

test(
  "nothing of a forgotten company is in the folder, and all of the others is as it was",
  () =>
    inPlantedWorld(async ({ folder, run, network, said }) => {
      const [out, before, again] = [join(folder, "out"), join(folder, "before"), join(folder, "again")];
      const frame = join(folder, "frame.csv");
      writeFileSync(
        join(folder, "corrections.csv"),
        "company_id,account,verdict,by,on\nacme.test,x:acme,own,AB,2026-11-22\n",
      );
      expect(await run("audit", frame, "--out", out, ...network)).toBe(0);
      expect(await run("report", out, "--company", "acme.test")).toBe(0);
      expect(await run("review", out)).toBe(0);
      await readByHand(out);
      cpSync(out, before, { recursive: true });
      expect(holding(out, isForgotten).length).toBeGreaterThan(15);
      expect(await run("forget", out, "Acme")).toBe(0);
      expect(said()).toMatch(/Acme is forgotten; \d\d exchanges/);
      expect(holding(out, isForgotten)).toEqual([]);
      for (const table of [
        ...["captures", "claims", "ownerships", "observations", "cadences"],
        ...["second-phase", "readings", "checks", "detection-draw"],
      ]) {
        expect(rowsOf(out, table, "beta")).toEqual(rowsOf(before, table, "beta"));
      }
      expect(rowsOf(out, "companies", "forgotten")).toEqual([
        expect.stringMatching(/^forgotten-[\da-f]{12},forgotten,.*not_eligible,status_forgotten/),
      ]);
      // It can be read, compared with what it was, done again from its evidence, and gone on with.
      expect(await run("explain", out, "beta.test")).toBe(0);
      expect(await run("diff", "--tables", before, out)).toBe(1);
      expect(await run("replay", out, "--out", again)).toBe(0);
      expect(published(again)).toEqual(published(out));
      const told = said().length;
      writeFileSync(join(folder, "corrections.csv"), "company_id,account,verdict,by,on\n");
      expect(await run("audit", frame, "--out", out, ...network)).toBe(0);
      expect(await run("audit", frame, "--out", out, ...network, "--retry", "not_eligible,dns_error")).toBe(
        0,
      );
      expect(holding(out, isForgotten)).toEqual([]);
      expect(said().slice(told)).not.toMatch(isForgotten);
    }),
  60_000,
);

test(
  "forgetting that is killed on the way is done by the same command, and doing it twice changes nothing",
  () =>
    inPlantedWorld(async ({ folder, run, network }) => {
      const [out, frame] = [join(folder, "out"), join(folder, "frame.csv")];
      expect(await run("audit", frame, "--out", out, ...network)).toBe(0);
      await eraseCompany("acme.test", out);
      expect(existsSync(join(out, "journal.next"))).toBe(true);
      // Somebody goes on with the audit first.
      expect(await run("analyse", out)).toBe(0);
      expect(existsSync(join(out, "journal.next"))).toBe(false);
      expect(await run("forget", out, "acme.test")).toBe(0);
      expect(holding(out, isForgotten)).toEqual([]);
      const once = published(out);
      expect(await run("forget", out, "acme.test")).toBe(0);
      expect(published(out)).toEqual(once);
      expect(await run("forget", out, "nobody.test")).toBe(2);
    }),
  60_000,
);

test(
  "a replayed audit forgets for itself, and leaves the evidence to the audit it came from",
  () =>
    inPlantedWorld(async ({ folder, run, network, said }) => {
      const [out, again] = [join(folder, "out"), join(folder, "again")];
      expect(await run("audit", join(folder, "frame.csv"), "--out", out, ...network)).toBe(0);
      expect(await run("replay", out, "--out", again)).toBe(0);
      const evidence = contentsOf(out).get("evidence/00001.warc.gz");
      expect(await run("forget", again, "acme.test")).toBe(0);
      expect(contentsOf(out).get("evidence/00001.warc.gz")).toBe(evidence);
      expect(said()).toContain("forget it there, too");
      expect(await run("prune", again)).toBe(2);
    }),
  60_000,
);

test(
  "a pruned audit can be read, compared and gone on with, not replayed, and old places lead nowhere",
  () =>
    inPlantedWorld(async ({ folder, run, network, said }) => {
      const [out, before, frame] = [join(folder, "out"), join(folder, "before"), join(folder, "frame.csv")];
      expect(await run("crawl", frame, "--out", out, ...network)).toBe(0);
      cpSync(out, before, { recursive: true });
      expect(await run("prune", out)).toBe(0);
      expect(await run("prune", out)).toBe(0);
      expect(readFileSync(join(out, "evidence", "00001.warc.gz"))).toHaveLength(0);
      expect(await run("diff", "--tables", before, out)).toBe(0);
      expect(await run("replay", out, "--out", join(folder, "again"))).toBe(2);
      expect(said()).toContain("its evidence was pruned at");
      expect(await run("audit", frame, "--out", out, ...network)).toBe(0);
      const captured = contentsOf(out);
      expect(captured.get("evidence/00001.warc.gz")).toBe("");
      expect(captured.get("evidence/00002.warc.gz")).toContain("WARC-Type: response");
      expect(await run("explain", out, "acme.test")).toBe(0);
      expect(JSON.parse(captured.get("audit.json") ?? "").tombstones).toHaveLength(1);
    }),
  60_000,
);
