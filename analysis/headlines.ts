import type { Benchmark } from "../datasets/schema.ts";

/** Words for the sentences, and which figures they are about. */
export interface Words {
  /** Platform names by id; an id without a name stands for itself. */
  names: ReadonlyMap<string, string>;
  /** What the units are called, in the plural: CROs, companies. */
  noun: string;
  /** A segment, or all. */
  segment: string;
  thetaDays: number;
}

/** One sentence of what was found, and the published row it says in words. */
export interface Sentence {
  text: string;
  /** Null where there is no figure at all. */
  row: Benchmark | null;
}

/**
 * What an audit found about one segment in whole sentences: coverage, silence on each readable platform, on all readable ones
 * and on any, then rates. Every share names its platforms and carries n, interval and the number of companies that could not
 * be assessed; where nothing is known the sentence says so. Plain text, never empty.
 */
export function headlines(benchmarks: readonly Benchmark[], words: Words): Sentence[] {
  const view = viewOf(benchmarks, words);
  const sentences = [
    ...coverageSentence(view),
    ...validationSentence(view),
    ...silenceSentences(view),
    ...anySentence(view),
    ...rateSentences(view),
  ];
  return sentences.length > 0
    ? sentences
    : [{ text: `Nothing could be observed: there is no figure about these ${words.noun}.`, row: null }];
}

interface View {
  words: Words;
  /** The row of a figure in the segment asked for. */
  find(metric: string, statistic: string, platforms?: string): Benchmark | undefined;
  nameOf(platform: string): string;
  /** Social platforms on which somebody has an account, in order of their ids. */
  social: readonly string[];
  /** Those of them that could be read, and which of these may be joined; the others with the share of their accounts that could. */
  readable: readonly string[];
  joined: readonly string[];
  unreadable: readonly (readonly [platform: string, share: number])[];
}

function viewOf(benchmarks: readonly Benchmark[], words: Words): View {
  const findIn =
    (segment: string) =>
    (metric: string, statistic: string, platforms = "all") =>
      benchmarks.find(
        (row) =>
          row.metric === metric &&
          row.statistic === statistic &&
          row.platforms === platforms &&
          row.segment === segment &&
          row.sizeBand === "all" &&
          (row.thetaDays === null || row.thetaDays === words.thetaDays),
      );
  const whole = findIn("all");
  const readings = (whole("share_inactive", "share", "any")?.platformIds ?? []).flatMap((id) => {
    const row = whole("readable_accounts", "two_sided", id);
    return row ? [{ id, share: row.estimate ?? (row.nTrue ?? 0) / row.n }] : [];
  });
  const observable = whole("share_inactive", "share", "observable")?.platformIds ?? [];
  const isReadable = (id: string) =>
    observable.includes(id) || whole("share_inactive", "share", id)?.estimate != null;
  const readable = readings.filter(({ id }) => isReadable(id)).map(({ id }) => id);
  return {
    words,
    find: findIn(words.segment),
    nameOf: (platform) => words.names.get(platform) ?? platform,
    social: readings.map(({ id }) => id),
    readable,
    joined: readable.filter((id) => observable.includes(id)),
    unreadable: readings.filter(({ id }) => !readable.includes(id)).map(({ id, share }) => [id, share]),
  };
}

function coverageSentence({ find, words }: View): Sentence[] {
  const row = find("coverage", "visited");
  if (!row) return [];
  if (row.estimate === null) {
    return [{ text: `Coverage: fewer than 5 ${words.noun}, so shares are not published.`, row }];
  }
  const refused = find("coverage", "refused")?.nTrue ?? 0;
  const range =
    row.boundLo === row.boundHi ? "" : `; ${percent(row.boundHi)} if names that do not exist are left out`;
  const text = `The websites of ${row.nTrue} of ${row.n} ${words.noun} (${percent(row.estimate)}${range}) were read completely; ${refused} refused.`;
  return [{ text, row }];
}

/** How well accounts were found, where people checked a part of them in this wave. */
function validationSentence({ find }: View): Sentence[] {
  const [precision, recall] = [find("detection", "precision"), find("detection", "recall")];
  if (precision?.estimate != null && recall?.estimate != null) {
    const of = (row: Benchmark) =>
      `${percent(row.estimate)} (95 % CI ${percent(row.ciLo)} to ${percent(row.ciHi)})`;
    const text = `Of ${precision.n} accounts that people checked ${of(precision)} are the companies' own; of ${recall.n} that they know ${of(recall)} were found.`;
    return [{ text, row: precision }];
  }
  if (!find("coverage", "visited")) return [];
  const text = "How many accounts were missed or taken wrongly was not validated in this wave.";
  return [{ text, row: null }];
}

/** One sentence a platform, those that could be read first, and one for these together where there are several. */
function silenceSentences(view: View): Sentence[] {
  const { readable, joined, unreadable, nameOf } = view;
  const names = joined.map(nameOf);
  return [
    ...readable.flatMap((id) => silence(view, id, `On ${nameOf(id)}`, `an account on ${nameOf(id)}`)),
    ...(joined.length < 2
      ? []
      : silence(view, "observable", `On ${list(names, "or")}`, "an account on any of them")),
    ...unreadable.flatMap((platform) =>
      bounded(view, platform[0], `On ${nameOf(platform[0])}`, whyUnreadable(view, [platform])),
    ),
  ];
}

/** What holds on any platform: a number only where everything was readable. */
function anySentence(view: View): Sentence[] {
  const { find, unreadable, readable, joined, nameOf } = view;
  const apart = readable.filter((id) => !joined.includes(id)).map(nameOf);
  const why = [
    whyUnreadable(view, unreadable),
    ...(apart.length > 0 ? [`figures of ${list(apart, "and")} may not be joined with others`] : []),
  ].filter((reason) => reason !== "");
  const place = "On any social platform";
  return find("share_inactive", "share", "any")?.estimate == null
    ? bounded(view, "any", place, why.join("; "))
    : silence(view, "any", place, "any account");
}

/** A share with its interval, the companies without an account and those that could not be assessed. */
function silence(view: View, platforms: string, place: string, account: string): Sentence[] {
  const { find, words } = view;
  const row = find("share_inactive", "share", platforms);
  if (!row || row.estimate === null) return bounded(view, platforms, place, "");
  if (row.ciMethod?.includes("two_phase")) return [{ text: byHandText(row, place, words), row }];
  const { estimate, n, nUnknown } = row;
  const without = find("share_inactive", "no_account", platforms)?.nTrue ?? 0;
  const include = without > 0 ? `; they include ${without} without ${account}` : "";
  const unknown = nUnknown > 0 ? `; ${nUnknown} of ${total(row)} could not be assessed` : "";
  const interval = `95 % CI ${percent(row.ciLo)} to ${percent(row.ciHi)}`;
  const found = find("share_inactive", "share_corrected", platforms);
  const corrected =
    found?.estimate == null
      ? ""
      : `; corrected for accounts that people found missed or taken wrongly, ${percent(found.estimate)} (95 % CI ${percent(found.ciLo)} to ${percent(found.ciHi)})`;
  const text = `${place}, ${Math.round(estimate * n)} of ${n} ${words.noun} (${percent(estimate)}, ${interval}) had no public post in the ${words.thetaDays} days ${before(row)}${include}${unknown}${corrected}.`;
  return [{ text, row }];
}

/** A share that people helped to find: what nobody may read openly was read by hand in a random part. */
function byHandText(row: Benchmark, place: string, { noun, thetaDays }: Words): string {
  const interval = `95 % CI ${percent(row.ciLo)} to ${percent(row.ciHi)}`;
  const unread = row.ciMethod?.includes("unread") ? ", whatever those drawn but not read would show" : "";
  return `${place}, an estimated ${percent(row.estimate)} of ${total(row)} ${noun} (${interval}${unread}) had no public post in the ${thetaDays} days ${before(row)}: what nobody may read logged out was read by hand for companies drawn at random. Without a sample the share lies between ${percent(row.boundLo)} and ${percent(row.boundHi)}.`;
}

/** What is sure about a share that cannot be given as one number. */
function bounded({ find, words }: View, platforms: string, place: string, why: string): Sentence[] {
  const row = find("share_inactive", "share", platforms);
  if (!row) return [];
  const { boundLo, boundHi } = row;
  if (boundLo === null) {
    return [{ text: `${place}, there are fewer than 5 ${words.noun}; the share is not published.`, row }];
  }
  const range =
    boundLo === 0 && boundHi === 1
      ? "is not known"
      : `lies between ${percent(boundLo)} and ${percent(boundHi)}`;
  const text = `${place}, the share of ${total(row)} ${words.noun} without a public post in the ${words.thetaDays} days ${before(row)} ${range}${why === "" ? "" : `: ${why}`}.`;
  return [{ text, row }];
}

function whyUnreadable({ nameOf }: View, unreadable: View["unreadable"]): string {
  const were = (isPart: boolean, what: string): string[] => {
    const names = unreadable.filter(([, share]) => share > 0 === isPart).map(([id]) => nameOf(id));
    return names.length === 0 ? [] : [`${list(names, "and")} ${names.length === 1 ? "was" : "were"} ${what}`];
  };
  return [...were(false, "not readable"), ...were(true, "readable in part only")].join("; ");
}

function rateSentences(view: View): Sentence[] {
  const { find, social, nameOf } = view;
  return social.flatMap((id) => {
    const recent = find("posts_per_day", "median_all", id);
    const active = find("posts_per_day", "median_active", id);
    const lifetime = find("posts_per_day_lifetime", "median_all", id);
    return [
      ...recentSentence(nameOf(id), recent, active),
      ...(lifetime?.estimate == null
        ? []
        : [
            {
              text: `On ${nameOf(id)}, the median account of ${lifetime.n} posted ${rate(lifetime)} since it was opened: a mean over all years, not a recent rate.`,
              row: lifetime,
            },
          ]),
    ];
  });
}

function recentSentence(name: string, recent?: Benchmark, active?: Benchmark): Sentence[] {
  if (recent?.estimate == null) return [];
  const among =
    active?.estimate != null && active.n !== recent.n
      ? `; among the ${active.n} that posted, ${rate(active)}`
      : "";
  const window = `in the ${recent.windowDays} days before it was observed`;
  const text = `On ${name}, the median account of ${recent.n} posted ${rate(recent)} ${window}${among}.`;
  return [{ text, row: recent }];
}

function rate({ estimate, ciLo, ciHi, ciLevel }: Benchmark): string {
  const interval =
    ciLo === null || ciHi === null
      ? ""
      : ` (${Math.round((ciLevel ?? 0) * 100)} % CI ${digits(ciLo)} to ${digits(ciHi)})`;
  return `${digits(estimate ?? 0)} times a day${interval}`;
}

/** Eligible units of a row, assessed or not. */
const total = ({ nTrue, nFalse, nUnknown }: Benchmark): number => (nTrue ?? 0) + (nFalse ?? 0) + nUnknown;

const before = ({ observedAtMax }: Benchmark): string =>
  observedAtMax === null
    ? "before the audit"
    : `before ${new Date(observedAtMax).toISOString().slice(0, 10)}`;

/** Rounded for reading; tables hold it in full. What is neither none nor all never reads as such. */
function percent(share: number | null): string {
  if (share === null) return "unknown";
  const value = share * 100;
  const rounded = value > 0 && value < 100 ? Math.min(99.9, Math.max(0.1, value)) : value;
  return `${Number(rounded.toFixed(1))} %`;
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));

function list(names: readonly string[], conjunction: string): string {
  const head = names.slice(0, -1).join(", ");
  const last = names.at(-1) ?? "";
  return head === "" ? last : `${head} ${conjunction} ${last}`;
}
