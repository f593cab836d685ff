import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { AsyncIterReader, WARCParser, type WARCRecord } from "warcio";
import { AuditError } from "../../datasets/error.ts";
import type { EvidencePlace } from "../../datasets/schema.ts";
import { readBody } from "../body.ts";
import { defaultLimits } from "../limits.ts";

/** An answer as evidence holds it, decoded as when it came. */
export interface StoredAnswer {
  /** HTTP status; null for what is no HTTP message. */
  status: number | null;
  /** Lower-cased names; repeated headers are joined with ", ". */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/**
 * Reads one record of an audit's evidence, without what stands before it.
 *
 * @param audit the audit's folder
 * @throws AuditError when the file is not there or holds no record at this place
 */
export async function readStored(audit: string, { file, offset }: EvidencePlace): Promise<StoredAnswer> {
  const path = join(audit, file ?? "");
  if (file === null || !existsSync(path)) {
    throw new AuditError("bad_input", `${path}: this evidence is not there. It was moved; bring it back`);
  }
  const stream = createReadStream(path, { start: offset ?? 0 });
  try {
    const record = await WARCParser.parse(stream, { parseHttp: false });
    if (record?.warcHeader("WARC-Type")) return await answerOf(record);
  } catch (cause) {
    throw new AuditError(
      "bad_input",
      `${path}, byte ${offset}: no record can be read there. Bring the file back`,
      { cause },
    );
  } finally {
    stream.destroy();
  }
  throw new AuditError("bad_input", `${path}, byte ${offset}: no record begins there. Bring the file back`);
}

/** The answer in a record of any program's making; a record that is no HTTP message has the type it says. */
export async function answerOf(record: WARCRecord): Promise<StoredAnswer> {
  const block = await record.readFully(false);
  const contentType = record.warcHeader("Content-Type") ?? "";
  if (!/^application\/http\b/i.test(contentType)) {
    return { status: null, headers: { "content-type": contentType }, body: block };
  }
  const { status, headers, payload } = splitMessage(Buffer.from(block));
  const isChunked = /\bchunked\b/i.test(headers["transfer-encoding"] ?? "");
  const plain = isChunked ? await new AsyncIterReader([payload], null, true).readFully() : payload;
  return { status, headers, body: await decoded(plain, headers["content-encoding"] ?? "") };
}

/** Head and payload of an HTTP message. Some programs write bare line feeds. */
function splitMessage(block: Buffer) {
  const end = /\r?\n\r?\n/.exec(block.toString("latin1"));
  const head = block.toString("latin1", 0, end?.index ?? block.length);
  const payload = end ? block.subarray(end.index + end[0].length) : Buffer.alloc(0);
  const [first = "", ...lines] = head.split(/\r?\n/);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:\s]+)\s*:\s*(.*)$/.exec(line) ?? [];
    const before = headers.get(name.toLowerCase());
    if (name !== "") headers.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  const status = Number(/^HTTP\/\S+\s+(\d{3})/.exec(first)?.[1] ?? Number.NaN);
  return { status: Number.isNaN(status) ? null : status, headers: Object.fromEntries(headers), payload };
}

/** Archives often hold bodies that were decoded already under headers that say otherwise: what cannot be decoded is taken as it is. */
async function decoded(body: Uint8Array, encoding: string): Promise<Uint8Array> {
  const { wireBytes, bodyBytes } = defaultLimits;
  try {
    return await readBody(Readable.from([Buffer.from(body)]), encoding, { wireBytes, bodyBytes, cut: true });
  } catch {
    return body;
  }
}
