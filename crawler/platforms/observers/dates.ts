/** A date as its source meant it, in UTC. A date without a time is its first instant. */
export interface ReadDate {
  /** UTC with milliseconds. */
  instant: string;
  /** `day` also for a time without a zone, which is only known to within a day; `month` when no day is given. */
  precision: "instant" | "day" | "month";
}

/**
 * Reads the dates that feeds, APIs and spreadsheets hold, however wild: RFC 822 with one-digit days and named zones, W3CDTF down
 * to a month, the dates of Java, C and JavaScript, Unix epochs. A missing or unknown zone counts as UTC.
 *
 * @returns null when it is no date, is not in the calendar, leaves month and day open (11/12/2026), or lies before 1990, as
 *   broken software writes it
 */
export function readDate(raw: string): ReadDate | null {
  const text = raw.replace(/\s+/g, " ").trim();
  const epoch = /^(\d{10}|\d{13})$/.test(text) ? Number(text) * (text.length === 10 ? 1000 : 1) : null;
  const parts = epoch === null ? (numberParts(text) ?? wordParts(text)) : null;
  const ms = epoch ?? (parts && msOf(parts));
  if (ms === null || ms < Date.UTC(1990, 0) || ms >= Date.UTC(2200, 0)) return null;
  return { instant: new Date(ms).toISOString(), precision: parts ? precisionOf(parts) : "instant" };
}

interface Parts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number | null;
  clock: Clock | null;
}

interface Clock {
  /** Milliseconds since midnight. */
  time: number;
  /** Minutes east of Greenwich; null when not told. */
  zone: number | null;
}

function precisionOf({ day, clock }: Parts): ReadDate["precision"] {
  if (day === null) return "month";
  return clock && clock.zone !== null ? "instant" : "day";
}

function msOf({ year, month, day, clock }: Parts): number | null {
  const midnight = new Date(Date.UTC(year, month - 1, day ?? 1));
  const isReal = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === (day ?? 1);
  return isReal ? midnight.getTime() + (clock?.time ?? 0) - (clock?.zone ?? 0) * 60_000 : null;
}

const numberForms = [
  /^(?<year>\d{4})[-/](?<month>\d{1,2})(?:[-/](?<day>\d{1,2})(?:[Tt ,]+(?<clock>\d{1,2}:.+))?)?(?:Z|[+-]\d\d:\d\d)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?:[ ,]+(?<clock>\d{1,2}:.+))?$/,
];

/** Dates that number their month. */
function numberParts(text: string): Parts | null {
  const found = numberForms.map((form) => form.exec(text)?.groups).find((groups) => groups);
  if (!found) return null;
  const { year, month, day, clock: clockText } = found;
  const clock = clockText ? clockOf(clockText) : null;
  if (clockText && !clock) return null;
  return { year: Number(year), month: Number(month), day: day ? Number(day) : null, clock };
}

/** Dates that name their month: `Sun, 1 Nov 26 9:05 EST`, `Sun Nov 22 10:11:12 EST 2026`, `November 22nd, 2026 10:00 AM`. */
function wordParts(text: string): Parts | null {
  const [, before = "", clockAndYear = ""] = /^(.*?)(\d{1,2}:\d{2}.*)?$/.exec(text) ?? [];
  const [, clockText, lastYear] = /^(.*?)(?: (\d{4}))?$/.exec(clockAndYear) ?? [];
  // "mar., 3 févr." is a Tuesday: the weekday must not pass for a month.
  const words = before.replace(/^\p{L}{2,4}\.?, ?/u, "").match(/\p{L}+|\d+/gu) ?? [];
  const month = Math.max(...words.map((word) => months.indexOf(word.slice(0, 3).toLowerCase()) + 1), 0);
  const numbers = words.filter((word) => /\d/.test(word));
  const [day, year = lastYear] = (numbers[0] ?? "").length === 4 ? numbers.reverse() : numbers;
  const clock = clockText ? clockOf(clockText) : null;
  if (!month || !day || !year || day.length > 2 || (clockText && !clock)) return null;
  return { year: fullYear(year), month, day: Number(day), clock };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** RFC 2822, 4.3: two digits below 50 are of this century. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/** `10:11`, `10:11:12.5 PM`, then a zone. */
function clockOf(text: string): Clock | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d+)?)? ?(am|pm)?/i.exec(text);
  if (!match) return null;
  const [whole, hourText, minutes, seconds = "0", fraction = "", half] = match;
  const noon = half?.toLowerCase() === "pm" ? 12 : 0;
  const hour = half ? (Number(hourText) % 12) + noon : Number(hourText);
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const milliseconds = Math.floor(Number(`0${fraction.replace(",", ".")}`) * 1000);
  const time = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + milliseconds;
  return { time, zone: zoneOf(text.slice(whole.length).trim()) };
}

/** Minutes east of Greenwich; null where no zone is named or the name is not known. */
function zoneOf(text: string): number | null {
  const [, sign, hours, minutes = "0"] = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?(?!\d)/i.exec(text) ?? [];
  if (sign) return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  const hoursEast = zones[(/^[a-z]+/i.exec(text)?.[0] ?? "").toLowerCase()];
  return hoursEast === undefined ? null : hoursEast * 60;
}

// RFC 822, 5.1, and other names feeds use. Names of several zones (IST) are not here.
const zones: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 1, bst: 1, cet: 1, cest: 2, eet: 2, eest: 3, jst: 9 },
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
};
