import { parseUrl } from "../datasets/url.ts";
import type { Effects, RenderRequest, WebResponse } from "./effects.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import { laneOf } from "./sending.ts";

/** What a page in a browser asks for. */
export interface Wish {
  url: string;
  method: string;
  /** Playwright's word for what it is: `script`, `stylesheet`, `xhr`, `fetch`, `document`, `image`, ... */
  type: string;
  accept: string | null;
}

/** Hands a page what it asks for, and knows what it did not get. */
export interface Supply {
  /** Null where the page gets nothing: for it the host cannot be reached then. */
  grant(wish: Wish): Promise<WebResponse | null>;
  /** Grants under way. */
  pending(): number;
  /** Wishes so far. */
  wishes(): number;
  /** Why something did not come that the site would have; null when all came. */
  missing(): "budget" | "page_failed" | null;
}

/** What a page needs to show its links. Pictures, fonts, films, frames and beacons hold none. */
const granted: readonly string[] = ["document", "script", "stylesheet", "xhr", "fetch"];

/** Requests of one page that are answered; a page that wants more may never have enough. */
const mostRequests = 40;

/** Least time between two of them in ms: they are parts of one page. A Crawl-delay is kept all the same. */
const laneDelayMs = 100;

/** Ways an answer may end that leave nothing to wish for: it came, or does not exist. */
const settled: readonly string[] = ["ok", "not_found", "gone"];

/**
 * Opens the supply of one page: what its own site has, by GET, one at a time because all of it shares the site's lane. No address
 * is asked for twice. Forms and queries that are sent by POST are not: they change things at the site, or count visitors.
 */
export function openSupply(
  { page, budget }: RenderRequest,
  { kept, fetch }: { kept: KeptAnswers; fetch: Effects["fetch"] },
): Supply {
  const answers = new Map<string, Promise<WebResponse>>();
  let [wishes, pending] = [0, 0];
  let missing: ReturnType<Supply["missing"]> = null;
  const ask = async (url: string, accept: string | null): Promise<WebResponse> => {
    const known = kept.get(url);
    if (known !== null) return known;
    const headers = accept === null ? {} : { headers: { accept } };
    const answer = await fetch({
      url,
      kind: "subresource",
      laneDelayMs,
      ...headers,
      ...(budget && { budget }),
    });
    if (answer.outcome === "ok") kept.put(url, answer);
    return answer;
  };
  const grant = async ({ url: said, method, type, accept }: Wish) => {
    wishes += 1;
    const url = method === "GET" && granted.includes(type) ? addressOnSite(said, page.url) : null;
    if (url === null) return null;
    if (!answers.has(url) && answers.size >= mostRequests) {
      missing ??= "budget";
      return null;
    }
    const answer = answers.get(url) ?? ask(url, accept);
    answers.set(url, answer);
    pending += 1;
    const { outcome, reason, status } = await answer.finally(() => {
      pending -= 1;
    });
    if (!settled.includes(outcome)) missing ??= reason === "budget" ? "budget" : "page_failed";
    // The browser would follow a redirect by itself.
    return status === null || (status >= 300 && status < 400) ? null : answer;
  };
  return { grant, pending: () => pending, wishes: () => wishes, missing: () => missing };
}

/** An address without its fragment where it is on the site of a page; else null. */
export function addressOnSite(said: string, pageUrl: string): string | null {
  const url = parseUrl(said);
  if (url === null || !/^https?:$/.test(url.protocol) || laneOf(url.href) !== laneOf(pageUrl)) return null;
  url.hash = "";
  return url.href;
}
