import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Protocol } from "../../datasets/protocol.ts";
import { Audit } from "../../datasets/schema.ts";
import { inPlantedWorld } from "../cli/planted-world.ts";

/** Two audits whose delays are real. */
const slowMs = 120_000;

test(
  "a wave is decided on, audited, and held against what was decided; a protocol that was changed since is refused",
  () =>
    inPlantedWorld(async ({ folder, run, network, said }) => {
      const [frame, file, out] = ["frame.csv", "protocol.json", "wave"].map((name) => join(folder, name));
      const plan = [
        "plan",
        `${frame}`,
        "--set",
        "x",
        "--thetas",
        "45,90",
        "--theta",
        "45",
        "--render",
        "never",
      ];
      expect(await run(...plan, "--write-protocol", `${file}`)).toBe(0);
      const draft = Protocol.parse(JSON.parse(readFileSync(`${file}`, "utf8")));
      writeFileSync(`${file}`, JSON.stringify({ ...draft, steps: ["tokens"], notes: "One wave." }));
      const command = ["audit", `${frame}`, "--protocol", `${file}`, "--out", `${out}`, ...network];
      expect(await run(...command)).toBe(0);
      const { protocol, config, files } = Audit.parse(
        JSON.parse(readFileSync(join(`${out}`, "audit.json"), "utf8")),
      );
      expect(config["thetas"]).toEqual([45, 90]);
      expect(protocol?.plan.primaryOutcome.thetaDays).toBe(45);
      expect(files.find(({ path }) => path === "inputs/protocol.json")?.sha256).toBe(protocol?.sha256);
      // Three companies are too few to publish a share of.
      const deviations = readFileSync(join(`${out}`, "tables", "deviations.csv"), "utf8")
        .trim()
        .split("\r\n");
      expect(deviations).toEqual([
        "about,planned,done",
        expect.stringMatching(/^primaryOutcome,.*small_cell$/),
      ]);
      expect(said()).toContain("1 deviation, also in the report and in tables/deviations.csv");
      const report = readFileSync(join(`${out}`, "report.html"), "utf8");
      expect(report).toContain(protocol?.sha256);
      expect(report).toContain("no estimate: small_cell");

      expect(await run("replay", `${out}`, "--out", join(folder, "again"))).toBe(0);
      const again = readFileSync(join(folder, "again", "tables", "deviations.csv"), "utf8");
      expect(again.trim().split("\r\n")).toEqual(deviations);

      expect(await run(...command, "--window", "30")).toBe(2);
      writeFileSync(`${file}`, JSON.stringify({ ...draft, notes: "One wave, perhaps two." }));
      expect(await run(...command)).toBe(2);
      expect(said()).toContain('notes: begun with "One wave.", now "One wave, perhaps two."');
    }),
  slowMs,
);
