/** Where the evidence of an audit is kept, and what each step of it saw: enough to do the step again without the web. */
import { z } from "zod";
import { count, instant, oneOf, text, texts } from "./fields.ts";

export const EvidencePlace = z.object({
  file: text("File below the audit folder that holds the answer, a gzipped WARC", {
    volatile: true,
  }).nullable(),
  offset: count("Where its record begins in that file", { unit: "bytes", volatile: true }).nullable(),
  digest: text("SHA-256 of the body as kept, with its prefix sha256:; empty where nothing of it is kept", {
    volatile: true,
  }).nullable(),
});
export type EvidencePlace = z.infer<typeof EvidencePlace>;

/** One answer that a step got, without headers and body: those are in the evidence. */
export const SeenAnswer = z.object({
  request: text("URL asked for, without credentials"),
  kind: oneOf(
    ["robots", "page", "feed", "api", "sitemap", "subresource", "short_link", "rendered"],
    "What was asked for; rendered for a page as a browser showed it",
  ),
  url: text("URL that answered, after redirects"),
  outcome: text("ok, or how it failed"),
  reason: text("Finer reason of the outcome").nullable(),
  status: count("HTTP status").nullable(),
  startedAt: instant("When the request left"),
  finishedAt: instant("When the answer was complete"),
  sent: z.boolean().optional().meta({ description: "False when nothing left this machine" }),
  place: EvidencePlace.nullable(),
  trail: texts("URLs asked on the way, redirects included").optional(),
});
export type SeenAnswer = z.infer<typeof SeenAnswer>;

export const Transcript = z.object({
  ordinal: count("Which step of the audit it was, over all its runs"),
  stage: text("visit, observe, or saved for pages that a person saved"),
  keys: texts("Inputs that the step served, in their order: most steps serve one"),
  answers: z.array(SeenAnswer),
  /** Instants the clock told, in the order it was asked. */
  instants: z.array(instant("An instant")),
  sitemaps: z.array(z.object({ url: text("Whose robots.txt"), found: texts("Sitemaps it names") })),
  tokens: texts("Names of the tokens that were there; never their values"),
  isTakenOver: z.boolean().optional().meta({
    description: "Whether its answers went with a forgotten company: a replay takes over what was observed",
  }),
  sources: z.object({
    on: texts("Observers that were on beside the open ones"),
    again: texts("Observers whose reading was to be repeated"),
    asksNobody: z
      .boolean()
      .default(false)
      .meta({ description: "Whether no observer was on: pages of an archive" }),
  }),
});
export type Transcript = z.infer<typeof Transcript>;

/** Transcripts are journalled by the order in which their steps ended. */
export const transcriptKey = ({ ordinal }: Pick<Transcript, "ordinal">) => String(ordinal).padStart(9, "0");
