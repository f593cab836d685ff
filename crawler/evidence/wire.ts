import type { ClientRequest, IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Wire, WireHead } from "../effects.ts";

/**
 * Listens to an exchange as it goes over the wire.
 *
 * @param stream of got: tells `request` and `response` as events and gives the body as sent
 * @returns what was heard so far; nothing when no request was made
 */
export function tapWire(stream: Duplex): () => { wire?: Wire } {
  const heard: { request?: WireHead; response: WireHead | null; body: Uint8Array[]; isWhole: boolean } = {
    response: null,
    body: [],
    isWhole: false,
  };
  stream.once("request", (request: ClientRequest) => {
    heard.request = headOfRequest(request);
  });
  stream.once("response", (head: IncomingMessage) => {
    heard.response = headOfResponse(head);
    stream.on("data", (piece: Uint8Array) => heard.body.push(piece));
    stream.once("end", () => {
      heard.isWhole = true;
    });
  });
  return () => (heard.request === undefined ? {} : { wire: { ...heard, request: heard.request } });
}

function headOfRequest(request: ClientRequest): WireHead {
  const headers = request.getRawHeaderNames().flatMap((name) => {
    const value = request.getHeader(name);
    return [value ?? []].flat().map((one) => [name, String(one)] as const);
  });
  return { line: `${request.method} ${request.path} HTTP/1.1`, headers };
}

function headOfResponse({ httpVersion, statusCode, statusMessage, rawHeaders }: IncomingMessage): WireHead {
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  const headers = names.map((name, index) => [name, rawHeaders[2 * index + 1] ?? ""] as const);
  return { line: `HTTP/${httpVersion} ${statusCode} ${statusMessage}`.trimEnd(), headers };
}
