import { grouped } from "../../datasets/grouping.ts";
import { byCodeUnit } from "../../datasets/order.ts";
import type { Ownership } from "../../datasets/schema.ts";
import { compact, labelsRegion, namesRegion, restOf } from "./regions.ts";
import type { ClaimView } from "./view.ts";

/** An own account, as far as its kind depends on it. */
export interface KindCase {
  accountId: string;
  isPerson: boolean;
  logOdds: number;
  views: readonly ClaimView[];
}

/**
 * What each own account is for. On each platform the best declared account that is not for something special is the primary one; a
 * regional account is one that says so beside another. An account by number beside one by name may be the same and shares its kind.
 *
 * @returns kinds by accountId
 */
export function kindsOf(cases: readonly KindCase[]): Map<string, Ownership["kind"]> {
  const kinds = new Map<string, Ownership["kind"]>();
  const handles = [...new Set(cases.flatMap(({ views }) => views[0]?.handle ?? []).map(compact))];
  for (const [, rivals] of grouped(cases, ({ accountId }) => accountId.slice(0, accountId.indexOf(":")))) {
    const said = rivals.map((one) => ({ ...one, ...sayingsOf(one, handles) })).sort(bestFirst);
    said.forEach((one, place) => {
      const isMain = place === 0 || (place === 1 && said.length === 2 && isOtherForm(one, said[0]));
      kinds.set(one.accountId, one.special ?? (isMain ? "primary" : (one.beside ?? "secondary")));
    });
  }
  return kinds;
}

/** What an account says of itself. */
interface Sayings {
  /** What it is for, even alone on its platform. */
  special: Ownership["kind"] | null;
  /** What it is for beside a general one; alone it is the primary one. */
  beside: Ownership["kind"] | null;
}

/** Accounts that say they are for something special come last, narrower ones after the general. */
function bestFirst(a: KindCase & Sayings, b: KindCase & Sayings): number {
  return rank(a) - rank(b) || b.logOdds - a.logOdds || byCodeUnit(firstClaim(a), firstClaim(b));
}

function rank({ special, beside }: Sayings): number {
  if (special !== null) return 2;
  return beside === null ? 0 : 1;
}

function firstClaim({ views }: KindCase): string {
  return views[0]?.claim.claimId ?? "";
}

/** Whether one of two accounts is written by number, so that nothing tells it from the other. */
function isOtherForm(one: KindCase, first: KindCase | undefined): boolean {
  const isNumber = (other: KindCase | undefined) =>
    other?.views.every(({ handle }) => handle === null) ?? false;
  return isNumber(one) !== isNumber(first);
}

function sayingsOf(one: KindCase, handles: readonly string[]): Sayings {
  const isRegional = one.views.some(
    ({ handle, claim }) =>
      (handle !== null && namesRegion(handle, handles)) || labelsRegion(label(claim.evidence.text)),
  );
  const beside = saysAny(one, lifeAt) ? "careers" : isRegional ? "regional" : null;
  return { special: specialKind(one, handles), beside };
}

function specialKind(one: KindCase, handles: readonly string[]): Ownership["kind"] | null {
  if (one.isPerson) return "person";
  if (communityForms.test(one.accountId)) return "secondary";
  const rest = restOf(one.views[0]?.handle ?? "", handles);
  if (rest !== null && roles.test(rest)) return "secondary";
  return specialWords.find(([, test]) => saysAny(one, test))?.[0] ?? null;
}

/** Forms of accounts where visitors post among themselves. */
const communityForms = /^(discord:|reddit:r\/|facebook:groups\/)/;

/** People who speak for the company by their office. */
const roles = /^(?:ceo|cto|cfo|cmo|president|chairman|founder)$/;

const specialWords: readonly (readonly [Ownership["kind"], RegExp])[] = [
  [
    "careers",
    /career|jobs?(?![a-z])|hiring|recruit|talents?(?![a-z])|karri?[eè]re|kariera|ausbildung|azubi|emplois?(?![a-z])|carri[eè]res?|empleo|carreira|lavora|werken.?bij|vacature|jobb|採用|채용|招聘|вакансии|карьера/,
  ],
  ["product", /support(?![a-z])|helpdesk|customercare|customerservice/],
];

/** Where a company shows what working there is like; a university calls its main account so. */
const lifeAt = /(?<![a-z])life.?at/;

/** Whether the handle or a link text of an account holds a word. */
function saysAny({ views }: KindCase, test: RegExp): boolean {
  return views.some(
    ({ handle, claim }) =>
      test.test(handle?.toLowerCase() ?? "") || test.test(label(claim.evidence.text).toLowerCase()),
  );
}

/** A link text short enough to be a name; longer ones speak of other things too, and file names of icons of nothing. */
function label(text: string | null): string {
  return text !== null && text.length <= 40 && !text.startsWith(".") ? text : "";
}
