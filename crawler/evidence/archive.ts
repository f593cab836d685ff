import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { writeFully } from "../../datasets/commit-index.ts";
import type { EvidencePlace } from "../../datasets/schema.ts";
import { type Ending, openArchiveIndex } from "./archive-index.ts";
import { fieldLines, type Member, memberOf, recordId, type WarcRecord } from "./warc.ts";

/** The WARC files of one audit, which only grow. */
export interface Archive {
  /**
   * Writes records that belong together, the one that will be looked up last. Once it resolves they survive a kill of the process.
   *
   * @returns where the last one is; null when the archive was closed meanwhile
   */
  append(records: readonly WarcRecord[]): Promise<EvidencePlace | null>;
  close(): void;
}

/** What an archive says of itself, and how large its files grow. */
export interface ArchiveOptions {
  /** Fields of the warcinfo record at the head of each file. */
  about: Readonly<Record<string, string>>;
  /** UTC instant of its making. */
  at: string;
  /** A file that has grown beyond so many bytes is followed by the next; 256 MiB unless said otherwise, an own choice. */
  mostBytes?: number;
}

/** Folder of the archive below that of the audit. */
export const evidenceFolder = "evidence";

/**
 * Opens the archive of an audit to add to it. The index is the commit: what stands in the files behind its last entry was being
 * written when the process ended, and is cut off.
 */
export async function openArchive(audit: string, options: ArchiveOptions): Promise<Archive> {
  const folder = join(audit, evidenceFolder);
  mkdirSync(folder, { recursive: true });
  const index = openArchiveIndex(folder);
  const intro = infoRecord(options);
  const info = await memberOf(intro, recordId(intro, 0));
  const files = openFiles(folder, info.bytes, { ...index.ending, mostBytes: options.mostBytes ?? 2 ** 28 });
  let ordinal = 1;
  let isClosed = false;
  return {
    async append(records) {
      const writing = concurrent(records, ordinal);
      ordinal += records.length;
      const members = await Promise.all(writing);
      if (isClosed) return null;
      const places = files.write(members.map(({ bytes }) => bytes));
      const [record, member, place] = [records.at(-1), members.at(-1), places.at(-1)];
      if (record === undefined || member === undefined || place === undefined) return null;
      index.add(record, { ...place, length: member.bytes.length, digest: member.digest });
      return { file: `${evidenceFolder}/${place.file}`, offset: place.offset, digest: member.digest };
    },
    close() {
      isClosed = true;
      files.close();
      index.close();
    },
  };
}

/** Records of one exchange name its first one. */
function concurrent(records: readonly WarcRecord[], ordinal: number): Promise<Member>[] {
  const ids = records.map((record, index) => recordId(record, ordinal + index));
  return records.map((record, index) => {
    const fields = index === 0 ? record.fields : { ...record.fields, "WARC-Concurrent-To": ids[0] ?? "" };
    return memberOf({ ...record, ...(fields && { fields }) }, ids[index] ?? "");
  });
}

/** Files that follow each other, the first of them where the last run ended. */
function openFiles(
  folder: string,
  intro: Uint8Array,
  { file, end, mostBytes }: Ending & { mostBytes: number },
) {
  let current = file === null ? null : { name: file, end, handle: openSync(join(folder, file), "r+") };
  const following = () => {
    const name = freeName(folder, current?.name ?? null);
    if (current !== null) closeSync(current.handle);
    const handle = openSync(join(folder, name), "wx+");
    return { name, handle, end: writeFully(handle, intro, 0) };
  };
  return {
    /** Writes pieces one behind the other into one file. */
    write(pieces: readonly Uint8Array[]): { file: string; offset: number }[] {
      const into = current === null || current.end >= mostBytes ? following() : current;
      current = into;
      return pieces.map((piece) => {
        const offset = into.end;
        into.end += writeFully(into.handle, piece, offset);
        return { file: into.name, offset };
      });
    },
    close: () => current !== null && closeSync(current.handle),
  };
}

/** The name behind another one in order that no file has: `00002.warc.gz`. */
function freeName(folder: string, before: string | null): string {
  const nameOf = (number: number) => `${String(number).padStart(5, "0")}.warc.gz`;
  let number = before === null ? 1 : Number.parseInt(before, 10) + 1;
  while (existsSync(join(folder, nameOf(number)))) number += 1;
  return nameOf(number);
}

const standard = "http://bibnum.bnf.fr/WARC/WARC_ISO_28500_version1-1_latestdraft.pdf";

function infoRecord({ about, at }: ArchiveOptions): WarcRecord {
  const head = fieldLines({ ...about, format: "WARC File Format 1.1", conformsTo: standard });
  return { type: "warcinfo", url: null, date: at, contentType: "application/warc-fields", head, payload: [] };
}
