/** First bytes of the files that servers call HTML by mistake (WHATWG MIME Sniffing, section 6, and common archives). */
const signatures: readonly string[] = [
  "%PDF-",
  "%!PS-Adobe-",
  "PK\x03\x04",
  "\x1f\x8b\x08",
  "BZh",
  "7z\xbc\xaf",
  "Rar!\x1a",
  "\x89PNG\r\n",
  "GIF8",
  "\xff\xd8\xff",
  "RIFF",
  "BM\x00",
  "\x00\x00\x01\x00",
  "OggS",
  "ID3",
  "\x1aE\xdf\xa3",
  "wOFF",
  "wOF2",
  "\x7fELF",
  "MZ\x90",
  "\xd0\xcf\x11\xe0",
];

/** Bytes that no text has: control characters but tab, line ends, form feed and escape (WHATWG MIME Sniffing, section 3). */
const isControl = (byte: number) =>
  byte < 0x09 || byte === 0x0b || (byte >= 0x0e && byte < 0x20 && byte !== 0x1b);

/** Bytes looked at, as browsers do. */
const sniffedBytes = 1_445;

/** Whether a body is no text in any encoding, whatever its header says: a PDF, a picture, an archive, noise. */
export function isBinary(body: Uint8Array): boolean {
  const head = body.subarray(0, sniffedBytes);
  const start = Buffer.from(head.subarray(0, 16)).toString("latin1");
  if (signatures.some((signature) => start.startsWith(signature))) return true;
  const controls = isUtf16(head) ? 0 : head.filter(isControl).length;
  const isPage = controls * 20 < head.length && htmlStart.test(Buffer.from(head).toString("latin1"));
  return controls > 0 && !isPage;
}

/** What no other file holds: pages may have a few stray control characters, and browsers do not mind. */
const htmlStart = /<(?:!doctype\s+html|html|head|body)\b[^<>]{0,200}>/i;

/** A byte order mark, or Latin letters of which every second byte is 0. */
function isUtf16(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0, fourth = 0] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const isLittle = first !== 0 && second === 0 && third !== 0 && fourth === 0;
  return isLittle || (first === 0 && second !== 0 && third === 0 && fourth !== 0);
}

/** Whether text is data of another kind than a page: JSON, or XML whose root is no `html`. */
export function isData(text: string): boolean {
  const start = text.slice(0, 4_096).replace(/^\uFEFF?\s*(?:<\?[^>]*>\s*)?(?:<!--[^>]*-->\s*)?/, "");
  return /^(?:\{\s*["}]|\[\s*["{[\]\d])/.test(start) || dataRoot.test(start);
}

const dataRoot = /^<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml|svg|plist|Error|soap)\b/i;
