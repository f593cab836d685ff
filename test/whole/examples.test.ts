import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCommands } from "../../cli/commands/index.ts";
import { main } from "../../cli/index.ts";
import { collect } from "../../datasets/collect.ts";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { generateIndustry } from "../../datasets/synthetic/generate.ts";
import { readScenario } from "../../datasets/synthetic/scenario.ts";
import { type Server, serveIndustry } from "../../datasets/synthetic/server.ts";
import { truth, writeTruth } from "../../datasets/synthetic/truth.ts";
import { tables } from "../../datasets/tables.ts";
import { recordingTerminal } from "../cli/recording-terminal.ts";

/** What a help shows is tried as it stands there: names of files, companies and sites mean some of this small industry. */
const small = { ...readScenario("waves"), companies: 8, mishaps: {}, slips: {}, subsidiaries: 0, absent: 0 };
const industry = generateIndustry(small);
const room = mkdtempSync(join(tmpdir(), "examples-"));
const base = join(room, "base");
const frame = join(room, "frame.csv");
let server: Server;
let network: string[];

beforeAll(async () => {
  server = await serveIndustry(industry, { delayMs: 10 });
  writeFileSync(frame, industry.frame);
  writeFileSync(join(room, "ca.pem"), server.ca);
  const rules = server.connectTo.flatMap((rule) => ["--connect-to", rule]);
  network = [...rules, "--ca", join(room, "ca.pem")];
  const clock = ["--now", industry.now, "--delay-ms", "10", "--render", "never"];
  const given = ["audit", frame, "--contact", "you@example.org", "--out", base, ...network, ...clock];
  expect(await main([...given, "--quiet"], recordingTerminal())).toBe(0);
  await writeTruth(truth(industry), join(base, "truth"));
}, 240_000);

afterAll(async () => {
  await server.close();
  rmSync(room, { recursive: true });
});

const commands = await loadCommands();
const examples = commands.flatMap(({ name, example, moreExamples = [] }) =>
  [example, ...moreExamples].map((line) => [name, line] as const),
);

test("every command shows an example of itself", () => {
  for (const [name, line] of examples) expect(line).toContain(`presence-audit ${name}`);
});

/** The demo is run whole, and held against the README, in crash.test.ts. */
const elsewhere = new Set(["demo"]);

test.each(examples.filter(([name]) => !elsewhere.has(name)))(
  "%s: %s",
  async (name, line) => {
    const folder = mkdtempSync(join(room, `${name}-`));
    const { input, given } = await meant(line, folder);
    const terminal = recordingTerminal({ input });
    const code = await main(given, terminal);
    expect(terminal.told()).not.toMatch(/error|bug/i);
    expect({ code, said: terminal.told() }).toMatchObject({ code: 0 });
    expect(terminal.printed() + terminal.told()).not.toBe("");
  },
  120_000,
);

/** The line as a shell would hand it over, in a folder that holds what it speaks of. */
async function meant(line: string, folder: string): Promise<{ input: string; given: string[] }> {
  const [, piped, command = ""] = /^(?:echo '(.*)' \| )?presence-audit (.*?)(?: > \S+)?$/.exec(line) ?? [];
  const words = command.split(" ");
  const isSending = words.includes("--contact");
  const names = await meanings(folder);
  const given = words.map((word, index) => {
    if (word === "cros" && isSending) return frame;
    const isNew = words[index - 1] === "--out";
    return isNew
      ? join(folder, `new-${word}`)
      : word
          .split(",")
          .map((part) => names(part))
          .join(",");
  });
  return { input: piped ?? "", given: isSending ? [...given, ...network] : given };
}

/** What the names in examples mean; a word that is no such name means itself. */
async function meanings(folder: string): Promise<(word: string) => string> {
  const { companyId, accountId, day } = await known();
  const hosts = industry.companies.map(({ domain }) => `www.${domain}`);
  const files: Readonly<Record<string, string>> = {
    "companies.csv": industry.frame,
    "saved-page.html": '<footer><a href="https://x.com/acme">X</a></footer>',
    "profiles.csv": `company,website,x_handle,gics_sector,tweet_count,account_created_at,observed_on\nAcme,https://acme.test/,acme,Health Care,100,2014-05-06,2022-11-11\n`,
    "labels.csv": "page,platform,account,own\nacme,x,acme,true\n",
    "protocol.json": "",
  };
  const words: Readonly<Record<string, string>> = {
    ...{ iqvia: companyId, "x:quintiles": accountId, "2011-05-20": day },
    ...{
      "ourcro.com": hosts[0] ?? "",
      "a.com": hosts[1] ?? "",
      "b.com": hosts[2] ?? "",
      "c.com": hosts[3] ?? "",
    },
  };
  return (word) => {
    const text = files[word];
    if (text !== undefined) {
      if (text !== "") writeFileSync(join(folder, word), text);
      return join(folder, word);
    }
    if (word === "pages/") {
      mkdirSync(join(folder, word));
      writeFileSync(join(folder, word, "acme.html"), files["saved-page.html"] ?? "");
      return join(folder, word);
    }
    const [audit = "", ...inside] = word.split("/");
    if (!/^(?:audit-\w+|presence-audit-demo)$/.test(audit)) return words[word] ?? word;
    if (!readdirSync(folder).includes(audit)) cpSync(base, join(folder, audit), { recursive: true });
    return join(folder, audit, ...inside);
  };
}

/** A company, an account of which a year was seen, and a day in the midst of it. */
async function known(): Promise<{ companyId: string; accountId: string; day: string }> {
  const snapshot = reopenSnapshot(base);
  const ownerships = await collect(snapshot.read(tables.ownerships));
  const whole = await collect(snapshot.read(tables.observations), ({ window }) => window.complete);
  snapshot.close();
  const oldest = Date.parse(industry.now) - 200 * 86_400_000;
  const seen = whole.find(({ window }) => window.from !== null && Date.parse(window.from) < oldest);
  const owner = ownerships.find(({ accountId }) => accountId === seen?.accountId);
  const day = new Date(Date.parse(industry.now) - 100 * 86_400_000).toISOString().slice(0, 10);
  return { companyId: owner?.companyId ?? "", accountId: seen?.accountId ?? "", day };
}

test.each(["audit", "crawl", "observe", "analyse", "demo"])("%s tells machines what it found", (name) => {
  expect(commands.find((command) => command.name === name)?.flags).toContain("json");
});
