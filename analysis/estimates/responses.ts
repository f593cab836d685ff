import { ratio } from "./interval.ts";

/** A mention that asked for an answer. */
export interface Mention {
  /** Days until the answer, or until the observation where there is none. */
  days: number;
  isAnswered: boolean;
}

/** How an account answers (M24). Mentions are rarely public; without any, nothing is known. */
export interface Responses {
  /** Answered within seven days / mentions that were open for as long; null without such mentions. */
  rate: number | null;
  /** Median days to the answer; null where fewer than half were answered in time to know. */
  medianDays: number | null;
}

const promptDays = 7;

/**
 * Response rate and median response time, unanswered mentions counting for as long as they were watched.
 *
 * @see Kaplan & Meier 1958
 */
export function responsesOf(mentions: readonly Mention[]): Responses {
  const judged = mentions.filter(({ days, isAnswered }) => isAnswered || days >= promptDays);
  const prompt = judged.filter(({ days, isAnswered }) => isAnswered && days <= promptDays);
  return { rate: ratio(prompt.length, judged.length), medianDays: kaplanMeierMedian(mentions) };
}

function kaplanMeierMedian(mentions: readonly Mention[]): number | null {
  const times = [...new Set(mentions.filter(({ isAnswered }) => isAnswered).map(({ days }) => days))];
  let open = 1;
  for (const time of times.sort((a, b) => a - b)) {
    const atRisk = mentions.filter(({ days }) => days >= time).length;
    const answered = mentions.filter(({ days, isAnswered }) => isAnswered && days === time).length;
    open *= 1 - answered / atRisk;
    if (open <= 0.5 + 1e-12) return time;
  }
  return null;
}
