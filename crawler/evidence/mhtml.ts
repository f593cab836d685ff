import { parseUrl } from "../../datasets/url.ts";

/** The page in an MHTML file, as browsers save it (RFC 2557). */
export interface MhtmlPage {
  url: string | null;
  /** UTC instant of saving, where the file tells it. */
  date: string | null;
  contentType: string;
  body: Uint8Array;
}

/** Reads the first HTML part of an MHTML file; null where there is none. */
export function readMhtml(bytes: Uint8Array): MhtmlPage | null {
  const text = Buffer.from(bytes).toString("latin1");
  const whole = splitPart(text);
  const boundary = /boundary="?([^";\r\n]+)/i.exec(whole.headers["content-type"] ?? "")?.[1];
  const parts =
    boundary === undefined
      ? [whole]
      : whole.body.split(`--${boundary}`).map((part) => splitPart(part.replace(/^\r?\n/, "")));
  const page = parts.find(({ headers }) => /^text\/html\b/i.test(headers["content-type"] ?? ""));
  if (page === undefined) return null;
  const saved = Date.parse(whole.headers["date"] ?? "");
  const address = whole.headers["snapshot-content-location"] ?? page.headers["content-location"] ?? "";
  return {
    url: parseUrl(address)?.href ?? null,
    date: Number.isNaN(saved) ? null : new Date(saved).toISOString(),
    contentType: page.headers["content-type"] ?? "text/html",
    body: decode(page.body, page.headers["content-transfer-encoding"] ?? ""),
  };
}

function splitPart(text: string): { headers: Record<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/g, " ");
  const headers = head.split(/\r?\n/).flatMap((line) => {
    const [, name, value = ""] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), value] as const];
  });
  return { headers: Object.fromEntries(headers), body: end ? text.slice(end.index + end[0].length) : "" };
}

function decode(text: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(text, "base64");
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(text, "latin1");
  const plain = text
    .replace(/=\r?\n/g, "")
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}
