import { createHash } from "node:crypto";
import type { WebRequest, WebResponse, Wire, WireHead } from "../effects.ts";
import { cleanHeaders, withoutCredentials, withoutSecrets } from "./credentials.ts";
import { fieldLines, type WarcRecord } from "./warc.ts";

/** An exchange to be kept; without a wire it never began. */
export interface Exchanged {
  request: WebRequest;
  answer: WebResponse;
  wire: Wire | undefined;
}

/** How records are made of it. */
export interface Keeping {
  mode: "full" | "reduced";
  /** Texts that may stand nowhere. */
  secrets: readonly string[];
}

/**
 * The records of one exchange, the answer last: request and response, or a `metadata` record with outcome and instants where no
 * answer came whole. Credentials are nowhere in them.
 */
export function recordsOf(exchange: Exchanged, keeping: Keeping): WarcRecord[] {
  const { request, answer, wire } = exchange;
  const clean = (text: string) => withoutSecrets(text, keeping.secrets);
  const about = { url: clean(withoutCredentials(answer.url)), date: answer.startedAt };
  const asked =
    wire && answer.sent !== false ? [{ ...about, ...message("request", clean(textOf(wire.request))) }] : [];
  if (!wire?.response || answer.status === null) {
    return [...asked, { ...about, ...failureRecord(exchange) }];
  }
  const isReduced = keeping.mode === "reduced" && (request.kind === "api" || request.reads !== undefined);
  const { body, fields, framing } = isReduced
    ? reduced(exchange, clean)
    : (withoutEcho(exchange, clean) ?? whole(wire));
  const head = clean(textOf(reframed(wire.response, framing)));
  const isCompressed = framing === chunks && answer.headers["content-encoding"] !== undefined;
  return [...asked, { ...about, ...message("response", head), payload: body, fields, isCompressed }];
}

/** The record of a page as a browser showed it: the document when its scripts had run. */
export function renderedRecord({ url, finishedAt, body }: WebResponse): WarcRecord {
  const contentType = "text/html; charset=utf-8";
  return {
    type: "resource",
    url: withoutCredentials(url),
    date: finishedAt,
    contentType,
    head: "",
    payload: [body],
  };
}

const message = (type: "request" | "response", head: string) =>
  ({ type, contentType: `application/http; msgtype=${type}`, head, payload: [] }) as const;

function failureRecord({ request, answer }: Exchanged): Omit<WarcRecord, "url" | "date"> {
  const { outcome, reason, startedAt, finishedAt, sent = true } = answer;
  const facts = {
    kind: request.kind,
    outcome,
    ...(reason && { reason }),
    sent: String(sent),
    startedAt,
    finishedAt,
  };
  return { type: "metadata", contentType: "application/warc-fields", head: fieldLines(facts), payload: [] };
}

interface Kept {
  body: readonly Uint8Array[];
  fields: Readonly<Record<string, string>>;
  /** Headers that told how the body came and do not fit what is kept. */
  framing: RegExp;
}

// Node takes the chunks apart: what is kept has none.
const chunks = /^transfer-encoding$/i;
const framings = /^(?:transfer-encoding|content-encoding|content-length)$/i;

function whole({ body, isWhole }: Wire): Kept {
  return { body, fields: isWhole ? {} : { "WARC-Truncated": "length" }, framing: chunks };
}

/** The body decoded and without the secret it repeats: Meta's answers name addresses that hold the token. Null where it repeats none. */
function withoutEcho({ request, answer }: Exchanged, clean: (text: string) => string): Kept | null {
  if (request.kind !== "api") return null;
  const text = Buffer.from(answer.body).toString("latin1");
  const cleaned = clean(text);
  return cleaned === text ? null : { body: [Buffer.from(cleaned, "latin1")], fields: {}, framing: framings };
}

/** What the caller reads of the body, with the digest of all of it. */
function reduced({ request, answer }: Exchanged, clean: (text: string) => string): Kept {
  const read = request.reads?.(answer.body, answer.headers) ?? new Uint8Array(0);
  const body = Buffer.from(clean(Buffer.from(read).toString("latin1")), "latin1");
  const digest = createHash("sha256").update(answer.body).digest("hex");
  const fields = { "X-Presence-Audit-Reduced-From": `sha256:${digest}` };
  return { body: [body], fields, framing: framings };
}

function reframed({ line, headers }: WireHead, framing: RegExp): WireHead {
  return {
    line,
    headers: headers.map(([name, value]) => [framing.test(name) ? `X-Orig-${name}` : name, value]),
  };
}

/** A head as HTTP writes it, the empty line behind it. */
function textOf({ line, headers }: WireHead): string {
  const [method = "", target = "", ...rest] = line.split(" ");
  const clean = rest.at(-1) === "HTTP/1.1" ? [method, cleanTarget(target), ...rest].join(" ") : line;
  const lines = cleanHeaders(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${clean}\r\n${lines.join("")}\r\n`;
}

/** The path of a request line without credentials. */
function cleanTarget(target: string): string {
  const origin = "http://any.invalid";
  return withoutCredentials(`${origin}${target}`).slice(origin.length);
}
