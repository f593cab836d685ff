import { createReadStream, readFileSync } from "node:fs";
import { basename } from "node:path";
import { unzipSync } from "fflate";
import { WARCParser, type WARCRecord } from "warcio";
import { AuditError } from "../../datasets/error.ts";
import { parseUrl } from "../../datasets/url.ts";
import { answerOf, type StoredAnswer } from "./stored.ts";

/** One answer in an archive of any program's making. */
export interface ArchivedAnswer {
  /** WARC-Target-URI. */
  url: string;
  /** WARC-Date, a UTC instant with milliseconds. */
  date: string;
  answer: StoredAnswer;
  /** Name of the file it is from. */
  file: string;
}

/** Whether a file is an archive, by its name. */
export const isArchive = (path: string) => /\.(?:warc|warc\.gz|wacz)$/i.test(path);

/**
 * The answers in a WARC file (gzipped or not) or a WACZ, one after the other: responses, and documents kept as resources. A revisit
 * is the answer it repeats, where that stands before it in the file.
 *
 * @param isWanted asked before a record's body is read
 * @throws AuditError when the file cannot be read as an archive
 */
export async function* answersIn(
  path: string,
  isWanted: (url: URL) => boolean,
): AsyncGenerator<ArchivedAnswer> {
  const repeated = new Map<string, StoredAnswer>();
  try {
    for (const source of sourcesOf(path)) {
      for await (const record of new WARCParser(source, { parseHttp: false })) {
        const about = addressOf(record);
        if (about === null || !isWanted(about.url)) continue;
        const answer = await answerFrom(record, repeated);
        if (answer !== null) yield { url: about.url.href, date: about.date, answer, file: basename(path) };
      }
    }
  } catch (cause) {
    throw new AuditError("bad_input", `${path}: cannot be read as a web archive. Name a WARC or WACZ file`, {
      cause,
    });
  }
}

/** A WACZ is a zip with WARC files in it. */
function sourcesOf(path: string): (AsyncIterable<Uint8Array> | Iterable<Uint8Array>)[] {
  if (!/\.wacz$/i.test(path)) return [createReadStream(path)];
  const entries = unzipSync(readFileSync(path), { filter: ({ name }) => /\.warc(\.gz)?$/i.test(name) });
  return Object.values(entries).map((bytes) => [bytes]);
}

/** Some programs write the address in angle brackets, as an early draft of the format did. */
function addressOf(record: WARCRecord): { url: URL; date: string } | null {
  const url = parseUrl(record.warcTargetURI?.replace(/^<|>$/g, "") ?? "");
  const time = Date.parse(record.warcDate ?? "");
  if (url === null || !/^https?:$/.test(url.protocol) || Number.isNaN(time)) return null;
  return { url, date: new Date(time).toISOString() };
}

/** Answers kept to be repeated: a crawl's revisits mostly follow soon. Own choice. */
const mostRepeated = 1_000;

async function answerFrom(
  record: WARCRecord,
  repeated: Map<string, StoredAnswer>,
): Promise<StoredAnswer | null> {
  const digest = record.warcPayloadDigest ?? "";
  if (record.warcType === "revisit") return repeated.get(digest) ?? null;
  const isDocument = record.warcType === "resource" && /^text\/html\b/i.test(record.warcContentType ?? "");
  if (record.warcType !== "response" && !isDocument) return null;
  const read = await answerOf(record);
  if (read.status === null && !isDocument) return null;
  const answer = { ...read, status: read.status ?? 200 };
  if (digest !== "") repeated.set(digest, answer);
  if (repeated.size > mostRepeated) repeated.delete(repeated.keys().next().value ?? "");
  return answer;
}
