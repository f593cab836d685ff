import { transcriptKey } from "../../datasets/evidence-record.ts";
import type { Journal } from "../../datasets/journal.ts";
import type { SeenAnswer, Transcript } from "../../datasets/schema.ts";
import type { Effects, Rendering, WebResponse } from "../effects.ts";
import { openSources, type Sources } from "../sources.ts";
import type { Runner } from "../stage.ts";
import { withoutCredentials } from "./credentials.ts";

/**
 * A runner that writes down what each step saw before its records are journalled: with the evidence, that is all a replay needs. Inputs
 * that one request serves are one step.
 *
 * @param sources which observers are on: decides whom a step asks
 */
export function withTranscripts(
  run: Runner,
  transcripts: Journal<Transcript>,
  { on, again, asksNobody = false }: Pick<Sources, "on" | "again"> & { asksNobody?: boolean } = openSources,
): Runner {
  const sources = { on: [...on].sort(), again: [...again].sort(), asksNobody };
  return async (stage, inputs, onDone) => {
    const written: Promise<unknown>[] = [];
    const begin = (step: typeof inputs): Unnumbered => {
      const seen = { answers: [], instants: [], sitemaps: [], tokens: [] };
      return { stage: stage.name, keys: step.map(stage.keyOf), ...seen, sources };
    };
    const { batch } = stage;
    const watched = {
      ...stage,
      async run(input: (typeof inputs)[number], effects: Effects) {
        const transcript = begin([input]);
        const records = await stage.run(input, watching(effects, transcript));
        writeTranscript(transcripts, transcript);
        return records;
      },
      ...(batch && {
        batch: {
          ...batch,
          run(together: typeof inputs, effects: Effects) {
            const transcript = begin(together);
            const found = batch.run(together, watching(effects, transcript));
            const all = Promise.all(found).then(() => writeTranscript(transcripts, transcript));
            written.push(all.catch(() => undefined));
            // Of several, each is journalled as it ends, and none waits for the slowest.
            return together.length === 1 ? found.map((each) => all.then(() => each)) : found;
          },
        },
      }),
    };
    await run(watched, inputs, onDone);
    await Promise.all(written);
  };
}

type Unnumbered = Omit<Transcript, "ordinal">;

/** Writes the transcript of a step behind those of the steps before it. */
export function writeTranscript(transcripts: Journal<Transcript>, transcript: Unnumbered): void {
  const ordinal = transcripts.size();
  transcripts.append(transcriptKey({ ordinal }), [{ ...transcript, ordinal }]);
}

/** The transcript of a step that asked nobody. */
export const nothingSeen: Omit<Unnumbered, "stage" | "keys"> = {
  ...{ answers: [], instants: [], sitemaps: [], tokens: [] },
  sources: { on: [], again: [], asksNobody: false },
};

type Seen = Pick<Transcript, "answers" | "instants" | "sitemaps" | "tokens">;

/** Effects that write into the transcript what they tell. */
function watching(effects: Effects, { answers, instants, sitemaps, tokens }: Seen): Effects {
  const noted = <T>(list: T[], entry: T): T => {
    list.push(entry);
    return entry;
  };
  const { render } = effects;
  return {
    ...effects,
    ...(render && {
      async render(request, fetch) {
        const rendering = await render(request, fetch);
        answers.push(seenRendering(request.page, rendering));
        return rendering;
      },
    }),
    async fetch(request) {
      const answer = await effects.fetch(request);
      answers.push(seenAnswer(request, answer));
      return answer;
    },
    async sitemaps(url) {
      const found = (await effects.sitemaps?.(url)) ?? [];
      return noted(sitemaps, { url, found: found.filter((address) => address !== "") }).found;
    },
    now: () => noted(instants, effects.now()),
    token(name) {
      const token = effects.token(name);
      if (token !== null && !tokens.includes(name)) tokens.push(name);
      return token;
    },
  };
}

/** A page that was shown, or as its outcome the word that says why not. */
function seenRendering(page: WebResponse, rendering: Rendering): SeenAnswer {
  const asked = { url: page.url, kind: "rendered" } as const;
  if (typeof rendering !== "string") return seenAnswer(asked, rendering);
  const { evidence, ...bare } = page;
  return { ...seenAnswer(asked, bare), outcome: rendering };
}

/** What is written down of an answer. */
export function seenAnswer(
  { url: request, kind }: Pick<SeenAnswer, "kind"> & { url: string },
  answer: WebResponse,
): SeenAnswer {
  const { url, outcome, reason, status, startedAt, finishedAt, sent, evidence, trail } = answer;
  return {
    request: withoutCredentials(request),
    kind,
    url: withoutCredentials(url),
    ...{ outcome, reason, status, startedAt, finishedAt },
    ...(sent === undefined ? {} : { sent }),
    place: evidence ?? null,
    ...(trail && { trail: trail.map(withoutCredentials) }),
  };
}
