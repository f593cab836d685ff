import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseUrl } from "../../datasets/url.ts";
import { type ArchivedAnswer, answersIn, isArchive } from "./foreign.ts";
import { readMhtml } from "./mhtml.ts";

/** A page that a person saved; `url` is null where nothing tells which page it is. */
export type SavedPage = Omit<ArchivedAnswer, "url"> & { url: string | null };

const singlePages: readonly string[] = [".html", ".htm", ".xhtml", ".mhtml", ".mht"];

/** Whether a path is a saved page, an archive of pages, or a folder of such. */
export function holdsSavedPages(path: string): boolean {
  return statSync(path).isDirectory() || isArchive(path) || singlePages.includes(extname(path).toLowerCase());
}

/**
 * Reads pages that a person saved: HTML and MHTML of browsers, WARC and WACZ of archiving tools. Which page a file is, is told by the file
 * itself, else by `url`, else by its name (`www.acme.com.html`).
 */
export async function readSavedPages(path: string, url: string | null): Promise<SavedPage[]> {
  const pages: SavedPage[] = [];
  for (const file of filesOf(path)) {
    if (isArchive(file)) {
      for await (const page of answersIn(file, () => true)) if (isPage(page)) pages.push(page);
    } else if (singlePages.includes(extname(file).toLowerCase())) {
      pages.push(readPageFile(file, url));
    }
  }
  return pages;
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

const isPage = ({ answer: { status, headers } }: ArchivedAnswer) =>
  status === 200 && /html/i.test(headers["content-type"] ?? "");

function readPageFile(path: string, given: string | null): SavedPage {
  const bytes = readFileSync(path);
  const file = basename(path);
  const saved = statSync(path).mtime.toISOString();
  const mhtml = /\.mht(ml)?$/i.test(file) ? readMhtml(bytes) : null;
  const { body, contentType } = mhtml ?? { body: bytes, contentType: "text/html" };
  const note = savedFrom(Buffer.from(body.subarray(0, 8_192)).toString("latin1"));
  const answer = { status: 200, headers: { "content-type": contentType }, body };
  return {
    url: mhtml?.url ?? note.url ?? given ?? urlOfName(file),
    date: mhtml?.date ?? note.date ?? saved,
    answer,
    file,
  };
}

/** What browsers and SingleFile write into a page that they save. */
function savedFrom(head: string): { url: string | null; date: string | null } {
  const url =
    /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(head)?.[1] ??
    /SingleFile[^>]*?\burl:\s*(\S+)/i.exec(head)?.[1];
  const date = Date.parse(/\bsaved date:\s*([^\n(]+)/i.exec(head)?.[1] ?? "");
  return { url: pageUrl(url ?? ""), date: Number.isNaN(date) ? null : new Date(date).toISOString() };
}

/** `www.acme.com.html`, `acme.com about.html` and `https___acme.com_about.html` name their site. */
function urlOfName(file: string): string | null {
  const bare = file.slice(0, -extname(file).length).replace(/^https?_+/i, "");
  const host = /^[a-z\d-]+(?:\.[a-z\d-]+)+/i.exec(bare)?.[0];
  return host === undefined ? null : pageUrl(`https://${host}/`);
}

function pageUrl(text: string): string | null {
  const url = parseUrl(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
