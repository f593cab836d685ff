import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import { AuditError } from "./error.ts";

/** What to do with a table that cannot be read. */
export const writeAgain = "Write the tables again with the analyse command";

/**
 * The rows of a CSV in UTF-8, the header among them, many at a time.
 *
 * Up to the first quote a row is a line and a comma ends a cell, which takes a tenth of the time; from its row on a parser reads.
 *
 * @throws AuditError where the quotes are not in order
 */
export async function* readCells(path: string): AsyncGenerator<string[][]> {
  const file = createReadStream(path, { encoding: "utf8", highWaterMark: chunkBytes });
  try {
    let rest = "";
    let isFirst = true;
    for await (const chunk of file) {
      rest += isFirst ? String(chunk).replace(/^\uFEFF/, "") : chunk;
      isFirst = false;
      const end = rest.lastIndexOf("\n") + 1;
      const plain = plainPart(rest.slice(0, end));
      if (plain !== "") yield rowsOf(plain);
      if (plain.length < end) {
        yield* parsed(path, rest.slice(plain.length), file);
        return;
      }
      rest = rest.slice(end);
    }
    if (rest !== "") yield* parsed(path, rest, file);
  } finally {
    file.destroy();
  }
}

const chunkBytes = 256 * 1024;

/** The lines before the first that needs a parser: one with a quote, or with an end of line of its own kind. */
function plainPart(lines: string): string {
  const place = lines.search(/"|\r(?!\n)/);
  return place < 0 ? lines : lines.slice(0, lines.lastIndexOf("\n", place) + 1);
}

const rowsOf = (lines: string): string[][] =>
  lines
    .slice(0, -1)
    .split("\n")
    .map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line).split(","));

const Cells = z.array(z.string());

/** The rows of a beginning and of what is left of a file. */
async function* parsed(path: string, beginning: string, file: Readable): AsyncGenerator<string[][]> {
  async function* texts() {
    yield beginning;
    yield* file;
  }
  const source = Readable.from(texts());
  // How many cells a row has is told where the header is known.
  const parser = parse({ relax_column_count: true });
  source.on("error", (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const cells of parser) yield [Cells.parse(cells)];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AuditError("bad_input", `${path}: ${error.message}. ${writeAgain}`, { cause: error });
  }
}
