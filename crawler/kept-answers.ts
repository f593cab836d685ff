import type { WebResponse } from "./effects.ts";

/** Answers that may be wanted again, by URL. */
export interface KeptAnswers {
  get(url: string): WebResponse | null;
  put(url: string, answer: WebResponse): void;
}

/** Keeps answers up to a size in bytes of their bodies, and forgets those that were not wanted for longest. */
export function keptAnswers(mostBytes: number): KeptAnswers {
  const kept = new Map<string, WebResponse>();
  let bytes = 0;
  const drop = (url: string) => {
    bytes -= kept.get(url)?.body.length ?? 0;
    kept.delete(url);
  };
  const put = (url: string, answer: WebResponse) => {
    drop(url);
    kept.set(url, answer);
    bytes += answer.body.length;
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) return;
      drop(oldest);
    }
  };
  const get = (url: string) => {
    const answer = kept.get(url);
    if (answer !== undefined) put(url, answer);
    return answer ?? null;
  };
  return { get, put };
}
