import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeFully } from "../../datasets/commit-index.ts";
import { parseUrl } from "../../datasets/url.ts";
import type { WarcRecord } from "./warc.ts";

/** Where the last whole group of records ends; file is null in an archive that is empty. */
export interface Ending {
  file: string | null;
  end: number;
}

/** Index of an archive: one line a group of records, in the order they were written (CDXJ; sort it for pywb). */
export interface ArchiveIndex {
  /** Found on opening; what stood behind it is gone. */
  ending: Ending;
  add(record: WarcRecord, place: { file: string; offset: number; length: number; digest: string }): void;
  close(): void;
}

/** Name of the index in the folder of the archive. */
export const indexName = "index.cdxj";

/** Opens or creates the index of an archive and cuts off what a killed process left half written, in the index and in the files. */
export function openArchiveIndex(folder: string): ArchiveIndex {
  const path = join(folder, indexName);
  const existed = existsSync(path);
  const file = openSync(path, existed ? "r+" : "w+");
  const { ending, size } = findEnding(file, folder);
  ftruncateSync(file, size);
  if (existed) cutBehind(folder, ending);
  let end = size;
  return {
    ending,
    add(record, { file: filename, offset, length, digest }) {
      const mime = /^content-type:\s*([^\s;]+)/im.exec(record.head)?.[1] ?? record.contentType;
      const status = /^HTTP\/\S+ (\d+)/.exec(record.head)?.[1] ?? "-";
      const entry = { url: record.url, mime, status, digest, length, offset, filename };
      const line = `${sortKey(record.url ?? "")} ${record.date.replace(/\D/g, "").slice(0, 14)} ${JSON.stringify(entry)}\n`;
      end += writeFully(file, line, end);
    },
    close: () => closeSync(file),
  };
}

const Entry = z.object({ filename: z.string(), offset: z.int(), length: z.int() });

/** Bytes of the index looked at in one go: more than any line has. */
const pieceBytes = 65_536;

/** The last line whose record the files hold whole, and where that line ends in the index. Read from the end: it may be long. */
function findEnding(file: number, folder: string): { ending: Ending; size: number } {
  const size = fstatSync(file).size;
  for (let bytes = Math.min(pieceBytes, size); bytes > 0; bytes = Math.min(bytes * 2, size)) {
    const piece = Buffer.alloc(bytes);
    readSync(file, piece, 0, bytes, size - bytes);
    for (let end = piece.lastIndexOf(10); end > 0; ) {
      const start = piece.lastIndexOf(10, end - 1) + 1;
      if (start === 0 && bytes < size) break;
      const ending = endingOf(piece.toString("utf8", start, end), folder);
      if (ending !== null) return { ending, size: size - bytes + end + 1 };
      end = start - 1;
    }
    if (bytes === size) break;
  }
  return { ending: { file: null, end: 0 }, size: 0 };
}

function endingOf(line: string, folder: string): Ending | null {
  try {
    const { filename, offset, length } = Entry.parse(JSON.parse(line.slice(line.indexOf("{"))));
    const end = offset + length;
    return statSync(join(folder, filename)).size >= end ? { file: filename, end } : null;
  } catch {
    return null;
  }
}

/** Cuts the file where the last whole record ends, and takes away what was begun after it. */
function cutBehind(folder: string, { file, end }: Ending): void {
  for (const name of readdirSync(folder).filter((each) => /^\d+\.warc\.gz$/.test(each))) {
    // Pruning leaves empty files: who wrote in them once is still pointed at.
    if (statSync(join(folder, name)).size === 0) continue;
    if (file === null || name > file) rmSync(join(folder, name));
    else if (name === file) truncateSync(join(folder, name), end);
  }
}

/** The key by which CDX indexes sort: the host turned round, then path and query (`com,example)/about`). */
function sortKey(address: string): string {
  const url = parseUrl(address);
  if (url === null) return address || "-";
  const host = url.hostname
    .replace(/^www\d*\./, "")
    .split(".")
    .reverse()
    .join(",");
  return `${host}${url.port && `:${url.port}`})${url.pathname}${url.search}`.toLowerCase();
}
