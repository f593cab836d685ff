import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { frameCommand } from "../../../cli/commands/frame.ts";
import { readTable } from "../../../datasets/csv.ts";
import { readDelimited } from "../../../datasets/delimited.ts";
import { siteChecks } from "../../../datasets/site-check.ts";
import { serveIndustry } from "../../../datasets/synthetic/index.ts";
import { industry, someCompany } from "../../datasets/synthetic/small.ts";
import { recordingTerminal } from "../recording-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "frame-"));
afterAll(() => rmSync(folder, { recursive: true }));

const header = "id,name,website,segment,status,note,verified_on,verified_by,evidence_url";
function frameOf(...rows: string[]): string {
  const path = join(folder, "frame-to-look-at.csv");
  writeFileSync(path, [header, ...rows].join("\n"));
  return path;
}

test("a sound frame is checked in a line, a faulty one line by line, and then it is bad input", async () => {
  const sound = recordingTerminal();
  expect(await frameCommand.run(["check", "cros"], {}, sound)).toBeUndefined();
  expect(sound.printed()).toBe("cros.csv: 507 rows, 0 faults\n");
  const faulty = recordingTerminal();
  const path = frameOf("a,Acme,acme.com,cro,active,,,,", "b,Acme Ltd,co.uk,cro,unverified,,,,");
  expect(await frameCommand.run(["check", path], {}, faulty)).toBe(2);
  expect(faulty.printed().split("\n")).toEqual([
    expect.stringMatching(/^frame-to-look-at\.csv, row 2, unproven: /),
    expect.stringMatching(/^frame-to-look-at\.csv, row 3, non_registrable_domain: /),
    expect.stringMatching(/^frame-to-look-at\.csv, row 3, duplicate_name: /),
    "frame-to-look-at.csv: 2 rows, 3 faults",
    "",
  ]);
  const json = recordingTerminal();
  await frameCommand.run(["check", path], { json: true }, json);
  expect(JSON.parse(json.printed())).toMatchObject({ rows: 2, faults: [{ row: 2 }, { row: 3 }, { row: 3 }] });
});

test("another action, and a verification without a folder, are told before anything is sent", async () => {
  expect(() => frameCommand.run(["mend", "cros"], {}, recordingTerminal())).toThrow(
    /frame check or frame verify/,
  );
  await expect(frameCommand.run(["verify", "cros"], {}, recordingTerminal())).rejects.toThrow(/--out/);
  await expect(frameCommand.run(["verify", "cros"], { out: folder }, recordingTerminal())).rejects.toThrow(
    /--contact/,
  );
});

test("a site that vouches for its row makes it verified; nothing else of the frame changes", async () => {
  const sound = someCompany(
    ({ mishap, segment, language, website }) =>
      mishap === "none" && segment === "cro" && language === "en" && website !== null,
  );
  const dead = someCompany(({ mishap }) => mishap === "dns_failure");
  const path = frameOf(
    `new,${sound.name},https://${sound.host}/,cro,unverified,kept as it is,,,`,
    `dead,${dead.name},${dead.website},cro,unverified,,,,`,
    `none,No Site,,cro,unverified,,,,`,
  );
  const server = await serveIndustry(industry, { latencyMs: 0, delayMs: 0 });
  const ca = join(folder, "ca.pem");
  writeFileSync(ca, server.ca);
  const terminal = recordingTerminal();
  try {
    const { connectTo } = server;
    await frameCommand.run(
      ["verify", path],
      { out: folder, connectTo, ca, delayMs: 1, quiet: true },
      terminal,
    );
  } finally {
    await server.close();
  }
  expect(terminal.printed()).toMatch(
    /: 2 sites, live 1, redirected 0, renamed 0, dead 1, unclear 0; 1 vouch/,
  );
  const checks = [];
  for await (const check of readTable(join(folder, "verification.csv"), siteChecks)) checks.push(check);
  expect(checks.map(({ companyId, state }) => [companyId, state])).toEqual([
    ["dead", "dead"],
    ["new", "live"],
  ]);
  const { rows } = readDelimited(readFileSync(join(folder, "frame.csv")), "frame.csv");
  expect(rows.map(({ cells }) => [cells["status"], cells["verified_by"]])).toEqual([
    ["active", "site"],
    ["unverified", undefined],
    ["unverified", undefined],
  ]);
  expect(rows[0]?.cells).toMatchObject({ note: "kept as it is", evidence_url: `https://${sound.host}/` });
});
