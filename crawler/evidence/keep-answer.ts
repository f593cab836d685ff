import { cleanHeaders, withoutCredentials } from "./credentials.ts";
import type { ArchivedAnswer } from "./foreign.ts";
import type { WarcRecord } from "./warc.ts";
import { fieldLines } from "./warc.ts";

/** Headers that told how a body was packed: what is kept is unpacked. */
const packing: readonly string[] = ["transfer-encoding", "content-encoding", "content-length"];

/** The record of an answer that somebody else's program or a person had kept. */
export function keptRecord({ url, date, answer, file }: ArchivedAnswer): WarcRecord {
  const headers = cleanHeaders(Object.entries(answer.headers)).filter(([name]) => !packing.includes(name));
  return {
    type: "response",
    url: withoutCredentials(url),
    date,
    contentType: "application/http; msgtype=response",
    head: `HTTP/1.1 ${answer.status ?? 200} As kept\r\n${fieldLines(Object.fromEntries(headers))}\r\n`,
    payload: [answer.body],
    fields: { "X-Presence-Audit-From": encodeURIComponent(file) },
  };
}
