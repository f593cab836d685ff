import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";

/** One WARC record before it is written (ISO 28500:2017, WARC 1.1). */
export interface WarcRecord {
  type: "warcinfo" | "request" | "response" | "metadata" | "resource";
  /** WARC-Target-URI; null for what speaks of the file. */
  url: string | null;
  /** WARC-Date, a UTC instant. */
  date: string;
  /** Content-Type of the block. */
  contentType: string;
  /** What stands in front of the payload in the block: the HTTP head, or nothing. */
  head: string;
  payload: readonly Uint8Array[];
  /** Further named fields, in their order. */
  fields?: Readonly<Record<string, string>>;
  /** Whether the payload was compressed by its server, so that trying hard again is wasted. */
  isCompressed?: boolean;
}

/** A record as bytes of a gzip member of its own. */
export interface Member {
  bytes: Uint8Array;
  /** WARC-Payload-Digest, `sha256:` and hex digits. */
  digest: string;
}

const gzipped = promisify(gzip);

/** Levels of zlib: 1 costs a third of the usual 6 and gives members a tenth larger; what is compressed gains nothing from more. */
const levels = { plain: 1, compressed: 0 };

/** Handing a smaller block to another thread takes longer than to compress it; its output has room in one piece. */
const small = 256 * 1024;
const leastChunk = 1024;

/** Writes a record as one gzip member. `id` is its WARC-Record-ID. */
export async function memberOf(record: WarcRecord, id: string): Promise<Member> {
  const { type, url, date, contentType, head, payload, fields = {}, isCompressed = false } = record;
  const hash = createHash("sha256");
  for (const piece of payload) hash.update(piece);
  const digest = `sha256:${hash.digest("hex")}`;
  const headBytes = Buffer.from(head, "latin1");
  const length = payload.reduce((sum, piece) => sum + piece.length, headBytes.length);
  const named = {
    "WARC-Type": type,
    "WARC-Record-ID": id,
    "WARC-Date": date,
    ...(url === null ? {} : { "WARC-Target-URI": url }),
    ...(type === "warcinfo" ? {} : { "WARC-Payload-Digest": digest }),
    ...fields,
    "Content-Type": contentType,
    "Content-Length": String(length),
  };
  const intro = Buffer.from(`WARC/1.1\r\n${fieldLines(named)}\r\n`);
  const block = Buffer.concat([intro, headBytes, ...payload, Buffer.from("\r\n\r\n")]);
  const level = isCompressed ? levels.compressed : levels.plain;
  const settings = { level, chunkSize: Math.max(leastChunk, block.length) };
  return { bytes: block.length < small ? gzipSync(block, settings) : await gzipped(block, settings), digest };
}

/** The id of the `ordinal`-th record of a run: a UUID derived from what the record is about (RFC 9562, version 8). */
export function recordId(
  { type, url, date }: Pick<WarcRecord, "type" | "url" | "date">,
  ordinal: number,
): string {
  const hex = createHash("sha256").update([type, url, date, ordinal].join(" ")).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return `<urn:uuid:${[...parts, hex.slice(20, 32)].join("-")}>`;
}

/** Lines `name: value` as WARC and HTTP write them. */
export function fieldLines(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
}
