import { parseUrl } from "../datasets/url.ts";
import type { WebResponse } from "./effects.ts";

const followed: readonly (number | null)[] = [301, 302, 303, 307, 308];

/**
 * Where an answer leads on: an absolute URL without fragment, or null when it is no redirect. A Location that is no URL, and a
 * redirect without one, lead nowhere.
 */
export function redirectOf(response: WebResponse): string | null {
  if (!followed.includes(response.status)) return null;
  const { location: raw } = response.headers;
  if (raw === undefined) return null;
  // Header bytes arrive one a character, and many servers write UTF-8 there.
  const utf8 = Buffer.from(raw, "latin1").toString("utf8");
  const location = utf8.includes("\uFFFD") ? raw : utf8;
  const url = parseUrl(location, response.url);
  if (url === null) return null;
  url.hash = "";
  return url.href;
}

/** Whether the answer is a redirect that leads nowhere. */
export function isDeadEnd(response: WebResponse): boolean {
  return followed.includes(response.status) && redirectOf(response) === null;
}
