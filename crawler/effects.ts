import type {
  EvidencePlace,
  PageCapture,
  RequestRecord,
  SiteOutcome,
  SiteVisit,
} from "../datasets/schema.ts";
import type { PageReading, PageSource } from "./extract/index.ts";

/** One request as the crawler means it. */
export interface WebRequest {
  url: string;
  kind: RequestRecord["kind"];
  /**
   * What the caller reads of a decoded body, in a form that is read as the body is. Evidence of an API keeps
   * nothing else, and nothing at all where this is absent; post texts, names and pictures of people must not pass.
   */
  reads?: (body: Uint8Array, headers: Readonly<Record<string, string>>) => Uint8Array;
  /** Headers beside the agent's own; a token goes here and nowhere else. */
  headers?: Readonly<Record<string, string>>;
  /** Asked at an official interface with the user's own token: its terms, which the user agreed to, hold where robots.txt turns crawlers away. */
  isUnderTerms?: boolean;
  /** The first refusal ends all asking of this kind in the lane: an interface that is not promised to anybody. */
  endsAtRefusal?: boolean;
  /** Least time between two requests of this lane in ms; the site's delay when absent. */
  laneDelayMs?: number;
  /** What the visit this request belongs to may still cost; no bound when absent. */
  budget?: Budget;
  /** Pages captured earlier, by URL: they are asked only whether they have changed, and may answer 304. */
  known?: ReadonlyMap<string, PageCapture>;
}

/**
 * Time that may still be spent on a site's answers. Requests that share it count it down: what its servers take, and the silence
 * they ask for. The delay we keep of our own accord, and the queues we make, are no fault of the site.
 */
export interface Budget {
  leftMs: number;
}

/** How a request ended: an answer of any status, or one of the outcomes a site can have. */
export type WebOutcome = "ok" | Exclude<SiteOutcome, "visited" | "partial" | "not_eligible" | "no_website">;

/**
 * One answer. `body` is decoded (no gzip) but still in the page's character encoding. It is there for every answer that came
 * whole, also for a 403 or an API's error, so that challenges can be told: it is the page asked for only if `outcome` is ok.
 */
export interface WebResponse {
  requestedUrl: string;
  /** URL that answered, after the redirects that were followed. */
  url: string;
  outcome: WebOutcome;
  reason: string | null;
  status: number | null;
  /** Lower-cased names; repeated headers are joined with ", ". */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  /** UTC instants. */
  startedAt: string;
  finishedAt: string;
  /** False when nothing left this machine; `startedAt` is then when it was tried. */
  sent?: boolean;
  /** What it took of the far end's time, in ms: less than the time between the instants where this machine was busy; absent where that is not known. */
  waitedMs?: number;
  /** Where the evidence of the answer is; absent when none is kept. */
  evidence?: EvidencePlace;
  /** URLs asked on the way, in their order; absent when only one was. */
  trail?: readonly string[];
  /** The exchange as it went over the wire; the world tells it when asked to, and evidence takes it off. */
  wire?: Wire;
}

/** One exchange byte by byte, but for the framing of chunks. */
export interface Wire {
  /** `GET /path HTTP/1.1` and the headers as sent. */
  request: WireHead;
  response: WireHead | null;
  /** Pieces of the body, still compressed if it was sent so. */
  body: readonly Uint8Array[];
  /** Whether the body came to its end. */
  isWhole: boolean;
}

/** First line and headers of a message, in its order and spelling. */
export interface WireHead {
  line: string;
  headers: readonly (readonly [name: string, value: string])[];
}

/** A page that was read without scripts and is to be shown with them. */
export interface RenderRequest {
  /** The answer as it came: the browser is handed this, and does not ask again. */
  page: WebResponse;
  /** What the scripts' own requests may still cost; no bound when absent. */
  budget?: Budget;
}

/**
 * The page as it stands when its scripts have run: `body` is its document in UTF-8, `url` where it says it is, `reason` null, or why
 * not all that its scripts asked for came: `budget`, `page_failed`. A word where there is no such page: no browser, or it failed.
 */
export type Rendering = WebResponse | "needs_browser" | "page_failed";

/** What happens during an audit: the terminal prints it, tests collect it, `--log` keeps it. */
export type AuditEvent =
  | { type: "request"; request: RequestRecord }
  | { type: "started"; stage: string; total: number }
  | { type: "finished"; stage: string; key: string; outcome: string }
  | { type: "spent"; spending: Spending }
  | { type: "note"; text: string };

/** What one answer of a token API used up, in the unit by which the platform bills or meters it. */
export interface Spending {
  observer: string;
  unit: string;
  units: number;
}

/** All the crawler may do to the world. */
export interface Effects {
  /** Never rejects for what a server does: that is in the outcome. */
  fetch(request: WebRequest): Promise<WebResponse>;
  /** Shows a page in a browser, which gets whatever it asks for through `fetch` alone; absent where nothing can be shown. */
  render?(request: RenderRequest, fetch: Effects["fetch"]): Promise<Rendering>;
  /** Reads a page when its turn comes; null where that took too much time or memory. Absent where pages are read at once. */
  read?(source: PageSource): Promise<PageReading | null>;
  /** Address that a request to this URL would go to; null when unknown, or named by the user and so free of limits. */
  address?(url: string): Promise<string | null>;
  /** Sitemaps that the robots.txt of this URL's host names, as written there; absent where no robots.txt is asked. */
  sitemaps?(url: string): Promise<readonly string[]>;
  /** The visit of a company in an earlier audit whose pages need not be read again unless they have changed. */
  earlier?(companyId: string): SiteVisit | null;
  /** The clock of records and windows, a UTC instant with milliseconds. */
  now(): string;
  /** Resolves after `ms` milliseconds of real time. */
  sleep(ms: number): Promise<void>;
  /** A user's own token by name, or null. */
  token(name: string): string | null;
  emit(event: AuditEvent): void;
}
