import pLimit from "p-limit";
import type { Browser } from "playwright";
import { startChromium } from "./chromium.ts";
import type { Effects, Rendering } from "./effects.ts";
import { keptAnswers } from "./kept-answers.ts";
import { renderPage } from "./rendering.ts";
import { openSupply } from "./supply.ts";

/** What shows pages, and its end. */
export interface Renderer {
  render: NonNullable<Effects["render"]>;
  /** Ends every browser, at work or not. */
  close(): void;
}

/** How to show pages. */
export interface BrowserOptions {
  userAgent: string;
  emit: Effects["emit"];
  /** Programs that may be a Chromium, the first that exists is started; when absent Playwright's own and those of the system. */
  programs?: readonly string[] | undefined;
  /** Milliseconds that a page may take with all it asks for. */
  pageMs?: number | undefined;
}

/** Pages shown at once. Each has a browser of its own: if it brings it down, it brings down nothing else. */
const pagesAtOnce = 2;

/** Pages after which a browser is replaced, and gives back what memory it kept. Own choice. */
const pagesPerBrowser = 50;

const usualPageMs = 30_000;

/** Of scripts and data that are kept, since the next page of the site wants them too. */
const keptBytes = 32 * 1024 * 1024;

/** Shows pages in browsers that are started when a page first asks for one, and that reach nothing but through `fetch`. */
export function openBrowser({ userAgent, emit, programs, pageMs = usualPageMs }: BrowserOptions): Renderer {
  const inPlace = pLimit(pagesAtOnce);
  const kept = keptAnswers(keptBytes);
  const fleet = openFleet(emit, programs);
  const render: Renderer["render"] = (request, fetch) =>
    inPlace(async () => {
      const lent = await fleet.lend();
      if (typeof lent === "string") return lent;
      const supply = openSupply(request, { kept, fetch });
      const rendering = await renderPage(lent.browser, request, { userAgent, wholeMs: pageMs, supply });
      lent.giveBack(rendering !== "page_failed");
      return rendering;
    });
  return { render, close: fleet.close };
}

/** A browser for one page. */
interface Lent {
  browser: Browser;
  giveBack(isSound: boolean): void;
}

interface Fleet {
  lend(): Promise<Lent | Extract<Rendering, string>>;
  close(): void;
}

/** Starts browsers, and lends each to one page at a time. */
function openFleet(emit: Effects["emit"], programs: BrowserOptions["programs"]): Fleet {
  const running = new Set<Browser>();
  const idle: { browser: Browser; pages: number }[] = [];
  let [hasWorked, isMissing, isClosed] = [false, false, false];
  const end = (browser: Browser) => {
    running.delete(browser);
    void browser.close().catch(() => undefined);
  };
  const start = async () => {
    const browser = await startChromium(programs);
    running.add(browser);
    hasWorked = true;
    if (isClosed) end(browser);
    return { browser, pages: 0 };
  };
  const lend: Fleet["lend"] = async () => {
    if (isMissing) return "needs_browser";
    try {
      const { browser, pages } = idle.pop() ?? (await start());
      const giveBack = (isSound: boolean) => {
        if (isSound && pages + 1 < pagesPerBrowser && !isClosed) idle.push({ browser, pages: pages + 1 });
        else end(browser);
      };
      return { browser, giveBack };
    } catch (error) {
      // One that started before will start again: this page was unlucky.
      if (hasWorked) return "page_failed";
      if (!isMissing) emit({ type: "note", text: noteOfMissing(error) });
      isMissing = true;
      return "needs_browser";
    }
  };
  const close = () => {
    isClosed = true;
    running.forEach(end);
  };
  return { lend, close };
}

const noteOfMissing = (error: unknown) =>
  `No browser: ${error instanceof Error ? error.message.split("\n")[0] : error}. Pages that show nothing without scripts stay partial ` +
  "(needs_browser). Install Chromium (npm run setup:browser) and run again with --retry partial";
