import { domainToUnicode } from "node:url";
import { parseUrl } from "./url.ts";

/** A website as a frame writes it, made comparable. */
export interface Website {
  /** With its scheme if the frame gave one. The path stays as it is: to a server `/de` and `/de/` may be two pages. */
  text: string;
  /** What makes two spellings one site: host without `www.` and path, punycode, lower case. */
  site: string;
  /** Host without `www.`, in Unicode where it is an IDN: readable as an id. */
  host: string;
}

/**
 * Reads a website cell. Missing scheme, upper case, IDN, `www.` and a trailing slash make no second site.
 *
 * @returns null when it is no http(s) URL with a host that can exist
 */
export function readWebsite(cell: string): Website | null {
  const plain = plainCell.exec(cell)?.[1];
  if (plain !== undefined && !plain.includes("xn--")) {
    const bare = plain.replace(/^www\./, "");
    return { text: cell.replace(/\/$/, ""), site: bare, host: bare };
  }
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(cell);
  const absolute = hasScheme ? cell : `https://${cell}`;
  const url = parseUrl(absolute);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || /\s/.test(cell) || !isHost(url.hostname))
    return null;
  const bare = url.hostname.replace(/^www\./, "");
  const port = url.port ? `:${url.port}` : "";
  const path = `${url.pathname}${url.search}`;
  return {
    text: `${hasScheme ? `${url.protocol}//` : ""}${url.host}${path === "/" ? "" : path}`,
    site: `${bare}${port}${path.replace(/\/+(?=\?|$)/, "")}`,
    host: bare.includes("xn--") ? domainToUnicode(bare) || bare : bare,
  };
}

/** Most cells, and none that a URL would read otherwise: a host in lower case, nothing behind it. Frames have 50,000 of them. */
const plainCell = /^(?:https?:\/\/)?((?:[a-z\d]+(?:-+[a-z\d]+)*\.)+[a-z]{2,})\/?$/;

function isHost(host: string): boolean {
  return /^\[.*\]$/.test(host) || (/^[^.]+(\.[^.]+)+\.?$/.test(host) && !/[_\s]/.test(host));
}
