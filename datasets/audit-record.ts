/** How an audit was done: what was asked of whom, and what the folder holds. */
import { z } from "zod";
import { count, instant, number, oneOf, text, texts } from "./fields.ts";
import { KeptProtocol } from "./protocol.ts";

export const RequestRecord = z.object({
  host: text("Host and port asked"),
  path: text("Path and query"),
  kind: oneOf(
    ["robots", "page", "feed", "api", "sitemap", "subresource", "short_link"],
    "What was asked for",
  ),
  robots: oneOf(
    ["allowed", "disallowed", "exempt"],
    "What robots.txt said; exempt for robots.txt itself, and where the terms of an interface asked with the user's own token hold instead",
  ),
  lane: text("Lane whose delay was kept"),
  delayMs: count("Delay promised in that lane", { unit: "ms" }),
  startedAt: instant("When the request left; null when it was not sent", { volatile: true }).nullable(),
  finishedAt: instant("When it was over", { volatile: true }).nullable(),
  status: count("HTTP status").nullable(),
  outcome: text("ok, or how it failed"),
  bytes: count("Bytes of the decoded body", { unit: "bytes", volatile: true }),
});
export type RequestRecord = z.infer<typeof RequestRecord>;

export const Cost = z.object({
  observer: text("Observer that asked"),
  unit: text("Unit by which the platform bills or meters"),
  answers: count("Answers that used some of it; refused requests cost nothing"),
  units: count("Units used"),
  usd: number("What they cost at the prices of policy.json", { unit: "US dollars" }),
});
export type Cost = z.infer<typeof Cost>;

export const AuditFile = z.object({
  path: text("Path below the audit folder"),
  rows: count("Rows, for tables").nullable(),
  sha256: text("SHA-256 of the file, hex"),
});

export const Tombstone = z.object({
  what: oneOf(["pruned", "forgotten"], "pruned: all evidence; forgotten: everything of one company"),
  companyId: text("What stands where the id of the forgotten company stood").nullable(),
  at: instant("When"),
});
export type Tombstone = z.infer<typeof Tombstone>;

export const Audit = z.object({
  auditId: text("SHA-256 of frame and configuration, first 16 hex digits"),
  formatVersion: z.literal(1).meta({ description: "Version of the audit folder" }),
  config: z.record(z.string(), z.json()).meta({ description: "The configuration that decides the result" }),
  frame: z.object({
    path: text("The frame's file name").nullable(),
    sha256: text("SHA-256 of the frame's rows as read"),
    companies: count("Rows of the frame"),
  }),
  own: text("companyId of the user's own company, which stands first in reports").optional(),
  protocol: KeptProtocol.optional().meta({
    description: "What was decided before the wave, where that was written down",
  }),
  instrument: z.object({
    software: text("presence-audit and its version", { volatile: true }),
    grammar: text("Version of the URL grammar"),
    extractor: text("Version of the extractor"),
    attribution: text("Version of the ownership rules"),
    observers: texts("Observers that were on"),
  }),
  now: instant("Frozen clock of records and windows, where one was asked for").nullable(),
  startedAt: instant("Begin of the audit", { volatile: true }),
  finishedAt: instant("End of the last stage", { volatile: true }).nullable(),
  counts: z
    .record(z.string(), z.record(z.string(), z.int()))
    .meta({ description: "Rows by stage and outcome" }),
  files: z.array(AuditFile),
  tombstones: z.array(Tombstone).default([]),
});
export type Audit = z.infer<typeof Audit>;
