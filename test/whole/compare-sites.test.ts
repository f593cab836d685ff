import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { inPlantedWorld } from "../cli/planted-world.ts";

const Printed = z.object({
  report: z.string(),
  companies: z.array(
    z.object({
      name: z.string(),
      isOwn: z.boolean(),
      on: z.record(z.string(), z.object({ tone: z.string(), words: z.string() })),
    }),
  ),
});

/** Two audits whose delays are real. */
const slowMs = 120_000;

test(
  "two websites are compared without a frame: names from the sites, a grid, a report, a frame for next time",
  () =>
    inPlantedWorld(async ({ folder, run, network, said }) => {
      const out = join(folder, "q4");
      const command = [
        "compare",
        "acme.test",
        "--with",
        "dead.test",
        "--out",
        out,
        "--x",
        "none",
        ...network,
      ];
      expect(await run(...command)).toBe(0);
      expect(said()).toMatch(/^Acme /m);
      expect(said()).toMatch(/^dead\.test /m);
      expect(said()).toContain("? not known, which does not mean silent");
      expect(said()).toContain(`Report: ${join(out, "report.html")}`);
      expect(existsSync(join(out, "report.html"))).toBe(true);
      expect(readFileSync(join(out, "frame.csv"), "utf8")).toMatch(/^acme\.test,Acme,acme\.test,compared/m);
      expect(await run(...command, "--json")).toBe(0);
      const json = said()
        .split("\n")
        .find((line) => line.startsWith("{"));
      const printed = Printed.parse(JSON.parse(json ?? ""));
      expect(printed.companies.map(({ name, isOwn }) => [name, isOwn])).toEqual([
        ["Acme", true],
        ["dead.test", false],
      ]);
      expect(printed.companies[0]?.on["x"]).toEqual({ tone: "unknown", words: "linked, not readable" });
      expect(printed.companies[1]?.on["bluesky"]).toEqual({
        tone: "unknown",
        words: "site could not be read",
      });
    }),
  slowMs,
);

test("what is no website, or named twice, is told before anything is sent", () =>
  inPlantedWorld(async ({ folder, run, network, said }) => {
    const compare = (...given: string[]) => run("compare", ...given, "--out", join(folder, "q"), ...network);
    expect(await compare("acme.test", "--with", "not a site,https://www.acme.test/")).toBe(2);
    expect(said()).toContain('"not a site" is no website. Write it like example.com');
    expect(said()).toContain("https://www.acme.test/: is named twice");
    expect(await compare("acme.test", "--with", "")).toBe(2);
    expect(await compare("acme.test")).toBe(2);
    expect(said()).toContain("compare with whom?");
    expect(existsSync(join(folder, "q"))).toBe(false);
  }));
