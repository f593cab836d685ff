import type { Cadence } from "../../datasets/schema.ts";
import type { AccountView } from "./model.ts";
import { codeWords, day, observationWords, percent, perWeek, weekly } from "./words.ts";

/** What is known of one account, as pairs of a term and its words; ids are those of the published rows. */
export function accountFacts(view: AccountView): [term: string, words: string][] {
  const lifetime: [string, string][] =
    view.lifetime?.postsPerDay == null ? [] : [["Mean of all years", lifetimeWords(view.lifetime)]];
  return [
    ["Whose", whoseWords(view)],
    ["How it was read", readWords(view)],
    ["Last post", lastPostWords(view)],
    ["Posts a week", rateWords(view)],
    ...lifetime,
  ];
}

function whoseWords({ ownership }: AccountView): string {
  const { own, kind, confidence, reasons } = ownership;
  const whose = own === "true" ? `its own, ${kind}` : "not sure whether its own";
  return `${whose} (${percent(confidence)} sure: ${reasons.map(codeWords).join(", ")})`;
}

function readWords({ observation }: AccountView): string {
  if (observation === null) return "not asked";
  const { status, reason, observer, observedAt, observationId } = observation;
  const why = reason === null ? "" : ` (${codeWords(reason)})`;
  const who = observer === "none" ? "" : ` by ${codeWords(observer)}`;
  return `${observationWords[status]}${why}${who}, ${day(observedAt)}; row ${observationId}`;
}

function lastPostWords({ cadence }: AccountView): string {
  if (cadence === null) return "not known";
  const { lastPostAt, activity } = cadence;
  return lastPostAt === null ? (undated[activity] ?? "not known") : day(lastPostAt);
}

const undated: Readonly<Record<string, string>> = { empty: "none ever", gone: "account is gone" };

const estimatorWords: Readonly<Record<string, string>> = {
  complete_window: "all posts seen",
  truncated_feed: "newest posts seen",
  counter_difference: "from two counts",
};

function rateWords({ cadence }: AccountView): string {
  if (cadence === null) return "not known";
  const { estimator, postsPerDay, low, high, posts, exposureDays, reason } = cadence;
  if (postsPerDay === null || estimator === "lifetime") {
    return `not known${reason === null ? "" : ` (${codeWords(reason)})`}`;
  }
  const limits = low === null || high === null ? "" : ` (${weekly(low)} to ${weekly(high)})`;
  const basis = exposureDays === null ? "" : `, ${posts} posts in ${weekly(exposureDays / 7)} days`;
  return `${perWeek(postsPerDay)}${limits}, ${estimatorWords[estimator] ?? codeWords(estimator)}${basis}`;
}

const lifetimeWords = ({ postsPerDay, posts }: Cadence) => `${perWeek(postsPerDay ?? 0)}, ${posts} posts`;
