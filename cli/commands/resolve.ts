import { readFileSync } from "node:fs";
import { z } from "zod";
import { explain, resolve } from "../../crawler/platforms/resolve.ts";
import { AuditError } from "../../datasets/error.ts";
import type { Command } from "../command.ts";

const Line = z.object({ url: z.string(), base: z.string().default("https://example.invalid/") });

/** The URL grammar on its own. */
export const resolveCommand: Command = {
  name: "resolve",
  arguments: ["[file]"],
  summary:
    "tell which account each URL names: JSON lines {url, base} in, {platform, account, url} or null out",
  flags: ["explain"],
  example: `echo '{"url":"https://twitter.com/#!/IQVIA_global"}' | presence-audit resolve -`,
  async run([file = "-"], options, terminal) {
    const text = file === "-" ? await terminal.readInput() : readFileSync(file);
    const lines = Buffer.from(text).toString("utf8").split("\n");
    const read = options.explain ? explain : publicFields;
    lines.forEach((line, index) => {
      if (!line.trim()) return;
      const { url, base } = readLine(line, `${file}, row ${index + 1}`);
      terminal.print(`${JSON.stringify(read(url, base))}\n`);
    });
    return undefined;
  },
};

function publicFields(url: string, base: string) {
  const found = resolve(url, base);
  return found && { platform: found.platform, account: found.account, url: found.url };
}

/** @throws AuditError naming the row that is not as it should be */
function readLine(line: string, where: string): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch (cause) {
    throw new AuditError("bad_input", `${where}: write {"url": "...", "base": "..."}; base may be left out`, {
      cause,
    });
  }
}
