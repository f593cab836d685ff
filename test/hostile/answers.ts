import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Http, Raw } from "./server.ts";

/** An ordinary page with some text; `extra` goes into its body. */
export function page(extra = "", title = "Acme"): string {
  const text = "We run clinical trials for sponsors in many countries. ".repeat(12);
  return `<!doctype html><html><head><title>${title}</title></head><body><main><p>${text}</p>${extra}</main></body></html>`;
}

/** Answers every request with one page. */
export function html(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Http {
  return (_, response) =>
    void response.writeHead(status, { "content-type": "text/html", ...headers }).end(body);
}

/** Answers by path; what is not there is 404. */
export function paths(answers: Readonly<Record<string, Http>>): Http {
  return (request, response) => {
    const answer = answers[request.url ?? ""];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  };
}

/** Redirects every request. */
export function redirect(location: string, status = 302): Http {
  return (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, { location }).end();
}

/** Sends these bytes and leaves the connection open. */
export function send(...pieces: readonly (string | Uint8Array)[]): Raw {
  return (socket) => {
    for (const piece of pieces)
      socket.write(typeof piece === "string" ? Buffer.from(piece, "latin1") : piece);
  };
}

/** Sends these bytes and ends the connection. */
export function sendAndEnd(...pieces: readonly (string | Uint8Array)[]): Raw {
  return (socket, path) => {
    send(...pieces)(socket, path);
    socket.end();
  };
}

/** Sends the beginning, then the piece again and again: every `everyMs`, or as fast as it is taken when that is 0. */
export function keepSending(beginning: string, piece: string | Uint8Array, everyMs: number): Raw {
  return (socket: Socket) => {
    socket.write(Buffer.from(beginning, "latin1"));
    if (everyMs > 0) {
      const timer = setInterval(() => socket.write(piece), everyMs);
      return void socket.once("close", () => clearInterval(timer));
    }
    const fill = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on("drain", fill);
    fill();
  };
}

/** Head of an answer that is HTML. */
export const okHead = (headers = "") => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n`;
