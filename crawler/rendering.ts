import type { Browser, BrowserContext, Page, Request, Route } from "playwright";
import { clock, instantOf } from "./clock.ts";
import type { Rendering, RenderRequest, WebResponse } from "./effects.ts";
import { addressOnSite, type Supply } from "./supply.ts";

/** What showing one page goes by. */
interface RenderingOptions {
  userAgent: string;
  /** All the time a page has in ms, its requests included. */
  wholeMs: number;
  supply: Supply;
}

/**
 * Shows one page in a browser, and reads it when its scripts have come to rest or its time is up.
 *
 * @returns `page_failed` where the page crashed or hung the browser, which is then not to be used again
 * @throws what the supply throws
 */
export async function renderPage(
  browser: Browser,
  { page }: RenderRequest,
  { userAgent, wholeMs, supply }: RenderingOptions,
): Promise<Rendering> {
  const errors: unknown[] = [];
  const noteError = (error: unknown) => void errors.push(error);
  const rendering = await show(browser, { page, userAgent, wholeMs, supply, noteError }).catch(
    () => "page_failed" as const,
  );
  if (errors.length > 0) throw errors[0];
  return rendering;
}

interface ShowOptions extends RenderingOptions {
  page: WebResponse;
  noteError: (error: unknown) => void;
}

async function show(browser: Browser, options: ShowOptions): Promise<Rendering> {
  const { page, supply, userAgent, wholeMs } = options;
  const context = await browser.newContext({ ...visitor, userAgent });
  const tab = await openTab(context, options);
  const isLate = (await orLate(comeToRest(tab, page.url, supply), wholeMs)) === late;
  const source = await orLate(tab.evaluate(readDocument), readingMs);
  const url = addressOnSite(tab.url(), page.url);
  if (url === null || source === late || (await orLate(context.close(), readingMs)) === late)
    return "page_failed";
  return {
    ...page,
    url,
    reason: isLate ? "budget" : supply.missing(),
    headers: { "content-type": "text/html; charset=utf-8" },
    body: Buffer.from(String(source)),
    finishedAt: instantOf(clock()),
  };
}

/** How a page is looked at: in a window so tall that what waits to be scrolled to is there. */
const visitor = {
  serviceWorkers: "block",
  acceptDownloads: false,
  locale: "en",
  viewport: { width: 1_280, height: 6_000 },
} as const;

/** A page that cannot say in this time what it shows is hung. */
const readingMs = 5_000;

/** A tab that gets nothing from the network: what it asks for is granted by the supply, or not at all. */
async function openTab(context: BrowserContext, options: ShowOptions): Promise<Page> {
  const { page, supply, noteError } = options;
  const tab = await context.newPage();
  context.on("page", (popup) => void popup.close().catch(ignore));
  await context.addInitScript(takeAway);
  await context.route(any, (route) => route.abort().catch(ignore));
  let handedOver: WebResponse | null = page;
  await tab.route(any, async (route, request) => {
    const answer = handedOver ?? (await supply.grant(wishOf(request, tab)).catch(noteError));
    handedOver = null;
    await reply(route, answer ?? null).catch(ignore);
  });
  return tab;
}

const any = () => true;
const ignore = () => undefined;

/** Frames are other documents than the page. */
function wishOf(request: Request, tab: Page) {
  const isFrame = request.isNavigationRequest() && request.frame() !== tab.mainFrame();
  return {
    url: request.url(),
    method: request.method(),
    type: isFrame ? "frame" : request.resourceType(),
    accept: request.headers()["accept"] ?? null,
  };
}

async function reply(route: Route, answer: WebResponse | null): Promise<void> {
  // An empty answer leaves the page where it is; a broken one would put the browser's own page in its place.
  if (answer === null)
    return await (route.request().isNavigationRequest() ? route.fulfill({ status: 204 }) : route.abort());
  const isDocument = route.request().resourceType() === "document";
  const passed = Object.entries(answer.headers).filter(([name]) => passedHeaders.test(name));
  await route.fulfill({
    status: answer.status ?? 200,
    headers: { ...Object.fromEntries(passed), ...(isDocument && { "content-security-policy": policy }) },
    body: Buffer.from(answer.body),
  });
}

/** Of the answer's headers, those without which scripts cannot read it; others make browsers set cookies, preload or report. */
const passedHeaders = /^(?:content-type|access-control-[\w-]+)$/;

/** Off, whatever the page's own policy says: they cannot hold links of the page, and some would go round the supply. */
const policy =
  "worker-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; img-src 'none'; media-src 'none'; font-src 'none'";

/** Ways to talk past the supply; those that scripts cannot do without stay and reach nobody. */
const takeAway =
  "for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport']) delete globalThis[name];";

/** Goes to the page and waits until its scripts have asked for nothing during half a second of the page's own time. */
async function comeToRest(tab: Page, url: string, supply: Supply): Promise<void> {
  await tab.goto(url, { waitUntil: "commit", timeout: 0 });
  const isOver = new Promise<never>((_, reject) => {
    tab.once("crash", reject);
    tab.once("close", reject);
  });
  for (;;) {
    const before = supply.wishes();
    // The timer runs in the page, so that a busy one has its time; one that goes elsewhere meanwhile takes the timer along.
    const rest = tab.evaluate(halfSecond).catch(() => tab.waitForTimeout(100));
    await Promise.race([rest, isOver]);
    if (supply.pending() === 0 && supply.wishes() === before) return;
  }
}

const halfSecond =
  "new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve, { timeout: 500 }), 500))";

/** The document as HTML, with what open shadow roots show; cut at the size at which other pages are refused. */
const readDocument = `(() => {
  const shadowRoots = [];
  const collect = (root) => {
    for (const { shadowRoot } of root.querySelectorAll("*"))
      if (shadowRoot) { shadowRoots.push(shadowRoot); collect(shadowRoot); }
  };
  collect(document);
  const [open, close] = document.documentElement.cloneNode(false).outerHTML.split(/(?=<\\/html>$)/);
  return ("<!doctype html>" + open + document.documentElement.getHTML({ shadowRoots }) + close).slice(0, 5 * 1024 * 1024);
})()`;

/** What a wait gives when its time was up. */
const late = Symbol("late");

async function orLate<T>(work: Promise<T>, ms: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const lateness = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), ms).unref();
  });
  return await Promise.race([work, lateness]).finally(() => clearTimeout(timer));
}
