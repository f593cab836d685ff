import {
  closeSync,
  createReadStream,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { WARCParser } from "warcio";
import { z } from "zod";
import { writeFully } from "../../datasets/commit-index.ts";
import { evidenceFolder } from "./archive.ts";
import { indexName } from "./archive-index.ts";
import { fieldLines, recordId } from "./warc.ts";

/** How much was taken out of an archive. */
export interface Erased {
  /** Exchanges. */
  exchanges: number;
  /** Bytes of the files. */
  bytes: number;
}

/** The records of one exchange in an archive: bytes from `start`, those of the answer from `offset`, to `end`. */
export interface Exchange {
  url: string;
  /** File below the audit folder. */
  file: string;
  start: number;
  offset: number;
  end: number;
}

/** Whether an audit's evidence is that of another one, which it was replayed from. */
export function isEvidenceBorrowed(audit: string): boolean {
  return lstatSync(join(audit, evidenceFolder), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Deletes all evidence of an audit. Its files stay behind empty: their names must not be given to other records. */
export function pruneEvidence(audit: string): Erased {
  const folder = join(audit, evidenceFolder);
  const index = join(folder, indexName);
  const exchanges = existsSync(index) ? readLines(index).length : 0;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const archives = names.filter((name) => name.endsWith(".warc.gz")).map((name) => join(folder, name));
  const bytes = archives.reduce((sum, path) => sum + statSync(path).size, 0);
  rmSync(index, { force: true });
  for (const path of archives) truncateSync(path, 0);
  return { exchanges, bytes };
}

/**
 * Overwrites exchanges, each with a record of the same length that says so: the places of all others stay true, also for audits that
 * were replayed from these files. What was overwritten already is overwritten again by the same bytes.
 *
 * @param at UTC instant for the records left in their place
 */
export async function eraseEvidence(
  audit: string,
  isErased: (exchange: Exchange) => boolean,
  at: string,
): Promise<Erased> {
  const index = join(audit, evidenceFolder, indexName);
  if (!existsSync(index)) return { exchanges: 0, bytes: 0 };
  const kept: string[] = [];
  const erased = { exchanges: 0, bytes: 0 };
  for (const { line, exchange } of await exchangesOf(audit, readLines(index))) {
    if (!isErased(exchange)) {
      kept.push(`${line}\n`);
      continue;
    }
    overwrite(audit, exchange, at);
    erased.exchanges += 1;
    erased.bytes += exchange.end - exchange.start;
  }
  writeFileSync(`${index}.unfinished`, kept.join(""));
  renameSync(`${index}.unfinished`, index);
  return erased;
}

const readLines = (path: string) => readFileSync(path, "utf8").split("\n").slice(0, -1);

const Entry = z.object({
  url: z.string().nullable(),
  filename: z.string(),
  offset: z.int(),
  length: z.int(),
});

/** Exchanges in the order in which they were written: each begins where the one before it ends. */
async function exchangesOf(audit: string, lines: readonly string[]) {
  const ends = new Map<string, number>();
  const found: { line: string; exchange: Exchange }[] = [];
  for (const line of lines) {
    const { url, filename, offset, length } = Entry.parse(JSON.parse(line.slice(line.indexOf("{"))));
    const file = `${evidenceFolder}/${filename}`;
    const start = ends.get(file) ?? (await endOfIntro(join(audit, file)));
    const end = offset + length;
    ends.set(file, end);
    found.push({ line, exchange: { url: url ?? "", file, start, offset, end } });
  }
  return found;
}

/** Where the record ends that speaks of the file itself. */
async function endOfIntro(path: string): Promise<number> {
  const stream = createReadStream(path);
  try {
    const parser = new WARCParser(stream, { parseHttp: false });
    for await (const record of parser) {
      if (parser.offset > 0) return parser.offset;
      await record.skipFully();
    }
    return 0;
  } finally {
    stream.destroy();
  }
}

function overwrite(audit: string, { file, start, end }: Exchange, at: string): void {
  const handle = openSync(join(audit, file), "r+");
  try {
    writeFully(handle, tombstone(end - start, { at, place: `${file} ${start}` }), start);
  } finally {
    closeSync(handle);
  }
}

/** Bytes of a gzip head before its comment, and the flag that there is one, which ends at a zero (RFC 1952). */
const gzipHeadBytes = 10;
const hasComment = 0x10;

/** A record that says that others stood here, as one gzip member of exactly `length` bytes: the comment in its head fills it up. */
function tombstone(length: number, { at, place }: { at: string; place: string }): Uint8Array {
  const fields = {
    "WARC-Type": "metadata",
    "WARC-Record-ID": recordId({ type: "metadata", url: place, date: at }, 0),
    "WARC-Date": at,
    "Content-Length": "0",
  };
  const member = gzipSync(`WARC/1.1\r\n${fieldLines(fields)}\r\n\r\n\r\n`);
  const head = Buffer.from(member.subarray(0, gzipHeadBytes));
  head[3] = hasComment;
  const comment = Buffer.alloc(length - member.length, " ");
  comment[comment.length - 1] = 0;
  return Buffer.concat([head, comment, member.subarray(gzipHeadBytes)]);
}
