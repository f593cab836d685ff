import { parseUrl } from "../../datasets/url.ts";
/** A piece of HTML that is safe to put into a page. Only `html` makes one from data. */
export interface Html {
  readonly markup: string;
}

type Hole = Html | string | number | null | readonly Hole[];

/** HTML from a template: texts are escaped, null is nothing, lists are joined. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  return { markup: strings.map((text, index) => text + markupOf(holes[index] ?? null)).join("") };
}

function markupOf(hole: Hole): string {
  if (hole === null) return "";
  if (typeof hole === "string") return escapeHtml(hole);
  if (typeof hole === "number") return String(hole);
  return "markup" in hole ? hole.markup : hole.map(markupOf).join("");
}

/** Text as it may stand in an element or a quoted attribute. Control characters, which HTML forbids, become U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign).replace(controls, "\uFFFD");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

const longestText = 200;

/** Text from outside: shortened to 200 characters and kept from turning the direction of what stands around it. */
export function outside(text: string): Html {
  return html`<bdi>${shortened(text)}</bdi>`;
}

/** At most 200 characters, the last an ellipsis where something was left out. Never half of a surrogate pair. */
export function shortened(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, longestText - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A link to an address from outside; only its label where the address is not http or https. */
export function link(url: string, label: Html): Html {
  const safe = /^https?:\/\//i.test(url) && parseUrl(url) !== null;
  return safe ? html`<a href="${url}" rel="noopener noreferrer nofollow">${label}</a>` : label;
}

/** Id of the place in the page that shows one row of a table: the table's name and the values of the row's key. */
export function rowId(table: string, ...key: readonly (string | number | null)[]): string {
  const text = [table, ...key.map((value) => value ?? "")].join("/");
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
