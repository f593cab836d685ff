import type { Effects } from "./effects.ts";
import type { Archive } from "./evidence/archive.ts";
import { recordsOf, renderedRecord } from "./evidence/records.ts";

/** How much is kept: `reduced` keeps of an API only what is read of it, `none` nothing at all. */
export const evidenceModes = ["full", "reduced", "none"] as const;
export type EvidenceMode = (typeof evidenceModes)[number];

/** What recording works with. */
export interface RecordingOptions {
  archive: Archive;
  mode: Exclude<EvidenceMode, "none">;
  /** The user's tokens: wherever one would stand, it does not. */
  secrets: readonly string[];
}

/**
 * Wraps the world so that every exchange is kept as it ends, before its answer is used: request and response, or how an exchange
 * without an answer went. What was refused before anything left is no exchange.
 *
 * @param effects a world that tells the wire
 */
export function recording(effects: Effects, { archive, mode, secrets }: RecordingOptions): Effects {
  const { render } = effects;
  return {
    ...effects,
    ...(render && {
      async render(request, fetch) {
        const rendering = await render(request, fetch);
        if (typeof rendering === "string") return rendering;
        const evidence = await archive.append([renderedRecord(rendering)]);
        return evidence === null ? rendering : { ...rendering, evidence };
      },
    }),
    async fetch(request) {
      const { wire, ...answer } = await effects.fetch(request);
      if (answer.outcome === "guarded") return answer;
      const records = recordsOf({ request, answer, wire }, { mode, secrets });
      const place = await archive.append(records);
      if (place === null) return answer;
      const isBodyKept = answer.body.length === 0 || records.at(-1)?.payload.some(({ length }) => length > 0);
      return { ...answer, evidence: isBodyKept ? place : { ...place, digest: null } };
    },
  };
}
