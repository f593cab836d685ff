import { isUtf8 } from "node:buffer";
import { ResultType, Sniffer } from "encoding-sniffer/sniffer";

/**
 * Page text from bytes, by the WHATWG rules: byte order mark, HTTP header, meta tag. A page that says nothing is UTF-8 where
 * its bytes are, else windows-1252. Never throws; broken bytes become U+FFFD.
 */
export function decodePage(body: Uint8Array, contentType: string | null): { html: string; charset: string } {
  const label = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? "")?.[1];
  // Most pages, and by far the fastest way to read them.
  if (label?.toLowerCase() === "utf-8" && !isUtf16(body))
    return { html: utf8.decode(body), charset: "utf-8" };
  const sniffer = new Sniffer(sniffOptions(label));
  sniffer.write(body.subarray(0, sniffedBytes));
  const isGuess = sniffer.resultType === ResultType.DEFAULT;
  const charset = isGuess && isUtf8(body) ? "utf-8" : sniffer.encoding.toLowerCase();
  const decoder = decoderOf(charset);
  // In one go Node 20 reads windows-1252 as Latin-1; as a stream it is right.
  const html = decoder.decode(body, { stream: true }) + decoder.decode();
  return { html, charset: decoder.encoding };
}

/** Browsers look at 1,024 bytes; pages that put comments first need more, and it costs nothing. */
const sniffedBytes = 4_096;

const utf8 = new TextDecoder();

/** The only mark of a byte order that overrules a header which says UTF-8. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function sniffOptions(label: string | undefined) {
  return { maxBytes: sniffedBytes, ...(label === undefined ? {} : { transportLayerEncodingLabel: label }) };
}

function decoderOf(charset: string) {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
