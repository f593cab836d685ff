import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { z } from "zod";

/** Where the records of one key stand in a journal: byte offsets, the end exclusive. */
export type Place = readonly [start: number, end: number];

/** The keys that are done, and where: small enough that an audit of 50,000 sites is resumed at once. */
export interface CommitIndex {
  /** True when the file was there before: without it a journal has to be read to find its places. */
  existed: boolean;
  /** The places of one journal, by key; the newest of a key. */
  places(journal: string): Map<string, Place>;
  commit(journal: string, key: string, place: Place): void;
  close(): void;
}

const Lines = z.array(z.tuple([z.string(), z.string(), z.number(), z.number()]));

/** Opens or creates the index of a folder's journals. A torn last line, of a process that was killed, is cut off. */
export function openCommitIndex(path: string): CommitIndex {
  const existed = existsSync(path);
  const file = openSync(path, existed ? "r+" : "w+");
  const content = readFileSync(file, "utf8");
  const whole = content.slice(0, content.lastIndexOf("\n") + 1);
  let end = Buffer.byteLength(whole);
  ftruncateSync(file, end);
  // One call for all lines: they are 50,000, and an audit that is resumed has to start at once.
  const lines = Lines.parse(JSON.parse(`[${whole.trimEnd().replaceAll("\n", ",")}]`));
  const journals = new Map<string, Map<string, Place>>();
  const placesOf = (journal: string) => {
    const places = journals.get(journal) ?? new Map<string, Place>();
    journals.set(journal, places);
    return places;
  };
  for (const [journal, key, ...place] of lines) placesOf(journal).set(key, place);
  return {
    existed,
    places: placesOf,
    commit(journal, key, place) {
      end += writeFully(file, `${JSON.stringify([journal, key, ...place])}\n`, end);
    },
    close: () => closeSync(file),
  };
}

/** Writes all of a text or some bytes at a position, whatever the system writes at once, and gives the bytes written. */
export function writeFully(file: number, content: string | Uint8Array, position: number): number {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
  return bytes.length;
}
