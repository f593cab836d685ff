import { readFileSync } from "node:fs";
import { detect } from "../../crawler/detect.ts";
import { AuditError } from "../../datasets/error.ts";
import type { Command, Terminal } from "../command.ts";
import { networkFlags } from "../flag-sets.ts";
import type { Options } from "../flags.ts";
import { withWorld } from "../place.ts";

/** Detection on its own. */
export const detectCommand: Command = {
  name: "detect",
  arguments: ["<page>"],
  summary:
    "print the accounts that one page (a file, a URL, or - for standard input) declares as its own, a JSON line each",
  flags: ["url", "all", ...networkFlags],
  example: "presence-audit detect saved-page.html --url https://www.example.com/",
  async run([page = ""], options, terminal) {
    const source = /^https?:\/\//.test(page)
      ? await fetchPage(page, options, terminal)
      : {
          body: page === "-" ? await terminal.readInput() : readFileSync(page),
          url: options.url ?? "https://example.invalid/",
          contentType: null,
        };
    for (const found of detect(source, { all: options.all ?? false }))
      terminal.print(`${JSON.stringify(found)}\n`);
    return undefined;
  },
};

/** @throws AuditError saying why the page could not be read */
async function fetchPage(url: string, options: Options, terminal: Terminal) {
  const answer = await withWorld(options, terminal, (effects) => effects.fetch({ url, kind: "page" }));
  if (answer.outcome === "ok") {
    return { body: answer.body, url: answer.url, contentType: answer.headers["content-type"] ?? null };
  }
  const reason = answer.reason ? `, ${answer.reason}` : "";
  throw new AuditError(
    "bad_input",
    `${url}: could not be read (${answer.outcome}${reason}). Save the page and name the file`,
  );
}
