import type { RequestRecord, SiteOutcome } from "../datasets/schema.ts";

/** One request as the crawler means it. */
export interface WebRequest {
  url: string;
  kind: RequestRecord["kind"];
  /** Headers beside the agent's own; a token goes here and nowhere else. */
  headers?: Readonly<Record<string, string>>;
  /** Least time between two requests of this lane in ms; the site's delay when absent. */
  laneDelayMs?: number;
}

/** How a request ended: an answer of any status, or one of the outcomes a site can have. */
export type WebOutcome = "ok" | Exclude<SiteOutcome, "visited" | "partial" | "not_eligible" | "no_website">;

/** One answer. `body` is decoded (no gzip) but still in the page's character encoding; empty unless `outcome` is ok. */
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
}

/** What happens during an audit: the terminal prints it, tests collect it, `--log` keeps it. */
export type AuditEvent =
  | { type: "request"; request: RequestRecord }
  | { type: "started"; stage: string; total: number; done: number }
  | { type: "finished"; stage: string; key: string; outcome: string; reason: string | null }
  | { type: "note"; text: string };

/** All the crawler may do to the world. */
export interface Effects {
  /** Never rejects for what a server does: that is in the outcome. */
  fetch(request: WebRequest): Promise<WebResponse>;
  /** The clock of records and windows, a UTC instant with milliseconds. */
  now(): string;
  /** Resolves after `ms` milliseconds of real time. */
  sleep(ms: number): Promise<void>;
  /** A user's own token by name, or null. */
  token(name: string): string | null;
  emit(event: AuditEvent): void;
}
