import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { reopenSnapshot } from "../../datasets/snapshot.ts";
import { auditArchives } from "../archives.ts";
import { beginAudit, openFrame, required } from "../begin.ts";
import type { Command, Terminal } from "../command.ts";
import type { Options } from "../flags.ts";
import { replayAudit } from "../replay.ts";
import { withConfigFile } from "../settings.ts";
import { summarise } from "../summary.ts";

/** An audit again from what it kept, or one of web archives. */
export const replayCommand: Command = {
  name: "replay",
  arguments: ["<sources...>"],
  summary:
    "do an audit again from its evidence with today's instrument, or audit web archives (WARC, WACZ): no network, no browser",
  flags: [
    "out",
    "frame",
    "columns",
    "segment",
    "include",
    "pagesPerSite",
    "thetas",
    "kinds",
    "seed",
    "config",
    "quiet",
    "json",
  ],
  example: "presence-audit replay audit-2026 --out audit-2026-again",
  async run(sources, given, terminal) {
    const options = withConfigFile(given);
    const folder = required(options.out, "--out <dir>");
    const [first = ""] = sources;
    const isAudit = sources.length === 1 && existsSync(join(first, "audit.json"));
    await (isAudit ? again(first, folder, terminal) : ofArchives(sources, { folder, options }, terminal));
    const snapshot = reopenSnapshot(folder);
    try {
      await summarise(snapshot, options, terminal);
    } finally {
      snapshot.close();
    }
    return undefined;
  },
};

async function again(from: string, folder: string, terminal: Terminal): Promise<void> {
  const source = reopenSnapshot(from);
  try {
    const missing = await replayAudit(source, folder);
    if (missing > 0)
      terminal.tell(
        `${missing} requests are not in the evidence: today's instrument asks for more than then\n`,
      );
  } finally {
    source.close();
  }
}

async function ofArchives(
  files: readonly string[],
  { folder, options }: { folder: string; options: Options },
  terminal: Terminal,
): Promise<void> {
  const { companies } = openFrame(required(options.frame, "--frame <file>"), options);
  const snapshot = beginAudit({ companies, file: basename(options.frame ?? "") }, folder, options);
  try {
    const answers = await auditArchives(files, companies, snapshot);
    if (!options.quiet)
      terminal.tell(`${answers} answers of the frame's sites in ${files.length} archives\n`);
  } finally {
    snapshot.close();
  }
}
