import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf, inPlantedWorld, planted } from "../cli/planted-world.ts";

/** Files that are published or described: what must be the same bytes. */
const published = (folder: string) =>
  new Map([...contentsOf(folder)].filter(([path]) => /^(tables|audit\.json|report\.html)/.test(path)));

/** Where in some texts one of the planted secrets stands. */
const leaks = (contents: ReadonlyMap<string, string>) =>
  [...contents].flatMap(([path, text]) =>
    Object.entries(planted).flatMap(([kind, secret]) =>
      text.includes(secret) ? [`${kind} in ${path}`] : [],
    ),
  );

test.each([
  ["reduced", []],
  // Asked for, the answers of platforms are kept whole: in the evidence alone, and never the token.
  ["full", ["text", "name", "avatar"].map((kind) => `${kind} in evidence/00001.warc.gz`)],
])(
  "with evidence %s nothing planted leaks, and a replay gives the same bytes with the web gone",
  (mode, expected) =>
    inPlantedWorld(async ({ folder, run, network, said }) => {
      const [out, again, log] = [join(folder, "out"), join(folder, "again"), join(folder, "log.jsonl")];
      const options = ["--out", out, ...network, "--x", "timeline", "--log", log, "--evidence", mode];
      expect(await run("audit", join(folder, "frame.csv"), ...options)).toBe(0);
      const logged = new Map([
        ["log", readFileSync(log, "latin1")],
        ["terminal", said()],
      ]);
      expect(leaks(new Map([...contentsOf(out), ...logged]))).toEqual(expected);
      expect(await run("replay", out, "--out", again)).toBe(0);
      expect(published(again)).toEqual(published(out));
      const observations = published(out).get("tables/observations.csv")?.split("\r\n") ?? [];
      const read = observations.flatMap(
        (row) => /,(\w+),(?:public|token),(?:observed|partial),/.exec(row)?.[1] ?? [],
      );
      expect([...new Set(read)]).toEqual([
        ...["bluesky_appview", "facebook_pages", "instagram_business_discovery", "mastodon_api"],
        ...["threads_profile_discovery", "x_lookup", "x_timeline", "youtube_data_api"],
      ]);
      // What was read of a token's answers is in the evidence: nothing is taken over unread.
      expect(contentsOf(out).get("evidence/00001.warc.gz")).toMatch(/"videoPublishedAt":/);
      expect(published(out).get("tables/posts.csv")?.split("\n").length).toBeGreaterThan(5);
      expect(await run("replay", out, "--out", again)).toBe(2);
      expect(said()).toContain("Replay into a new folder");
    }),
  60_000,
);

test("an audit without evidence cannot be replayed, and says why", () =>
  inPlantedWorld(async ({ folder, run, network, said }) => {
    const out = join(folder, "out");
    await run("crawl", join(folder, "frame.csv"), "--out", out, ...network, "--evidence", "none");
    expect(await run("replay", out, "--out", join(folder, "again"))).toBe(2);
    expect(said()).toContain("holds no evidence to replay");
  }));

test("an audit of another instrument is replayed with today's, and diff names the instrument", () =>
  inPlantedWorld(async ({ folder, run, network, said }) => {
    const [out, again] = [join(folder, "out"), join(folder, "again")];
    await run("crawl", join(folder, "frame.csv"), "--out", out, ...network);
    const manifest = join(out, "audit.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"extractor": "\d+"/, '"extractor": "0"'));
    expect(await run("replay", out, "--out", again)).toBe(0);
    expect(await run("diff", "--tables", out, again)).toBe(0);
    expect(said()).toMatch(/instrument, extractor: 0 in the first, \d+ in the second/);
  }));

test("a correction survives a second audit and a replay, and so does an opt-out", () =>
  inPlantedWorld(async ({ folder, run, network }) => {
    const [out, again, frame] = [join(folder, "out"), join(folder, "again"), join(folder, "frame.csv")];
    const table = (of: string, name: string) => readFileSync(join(of, "tables", `${name}.csv`), "utf8");
    const asks = () => table(out, "requests").split("\n").length;
    expect(await run("audit", frame, "--out", out, ...network)).toBe(0);
    const [, first = ""] = table(out, "ownerships").split("\r\n");
    const [companyId = "", accountId = ""] = first.split(",");
    const before = asks();
    const corrections = `company_id,account,verdict,by,on\n${companyId},${accountId},not own,AB,2026-11-22\n`;
    writeFileSync(join(folder, "corrections.csv"), corrections);
    expect(await run("audit", frame, "--out", out, ...network)).toBe(0);
    expect(table(out, "ownerships")).toContain(`${companyId},${accountId},false,other,1`);
    expect(table(out, "corrections")).toContain("changed");
    expect(await run("audit", frame, "--out", out, ...network)).toBe(0);
    expect(table(out, "corrections")).toContain("changed");
    expect(asks()).toBe(before);
    expect(await run("replay", out, "--out", again)).toBe(0);
    expect(published(again)).toEqual(published(out));
    writeFileSync(join(folder, "exclusions.csv"), `company_id\n${companyId}\n`);
    expect(await run("audit", frame, "--out", out, ...network)).toBe(0);
    expect(table(out, "companies")).toContain("not_eligible,excluded");
    expect(table(out, "ownerships")).not.toContain(companyId);
    expect(table(out, "corrections")).toContain("no_match");
  }));
