/** A request as the server understands it: no port in the host, no query in the path. */
export interface Asked {
  scheme: "http" | "https";
  host: string;
  path: string;
  query: URLSearchParams;
  /** The token in its headers, where there is one. */
  token?: string | null;
}

/** What the server does: send an answer, or break the protocol. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Sent in the place of `body`, for what is no text. */
  bytes?: Uint8Array;
  /** The connection is cut without an answer, something is sent that is no HTTP, or nothing at all. */
  breaks?: "reset" | "garbage" | "silence";
}

/** A page of text in UTF-8. */
export function html(body: string, status = 200): Answer {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** Text of any kind. */
export function text(body: string, type = "text/plain; charset=utf-8", status = 200): Answer {
  return { status, headers: { "content-type": type }, body };
}

/** A value as JSON, with headers beside the type. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** A permanent redirect. */
export function redirect(location: string): Answer {
  return { status: 301, headers: { location, "content-type": "text/html" }, body: "" };
}

/** A page that does not exist. */
export const notFound: Answer = html("<!doctype html><title>404 Not Found</title><h1>Not Found</h1>", 404);
