import { byCodeUnit } from "../../datasets/order.ts";
import type { Ownership } from "../../datasets/schema.ts";
import { groupBy } from "./grouping.ts";
import type { ClaimView } from "./view.ts";

/** An own account, as far as its kind depends on it. */
export interface KindCase {
  accountId: string;
  isPerson: boolean;
  logOdds: number;
  views: readonly ClaimView[];
}

/**
 * What each own account is for. On each platform the best declared account that is not for something special is the primary one;
 * a regional account is one that says so beside another.
 *
 * @returns kinds by accountId
 */
export function kindsOf(cases: readonly KindCase[]): Map<string, Ownership["kind"]> {
  const kinds = new Map<string, Ownership["kind"]>();
  for (const [, rivals] of groupBy(cases, ({ accountId }) => accountId.slice(0, accountId.indexOf(":")))) {
    const ranked = rivals.toSorted(
      (a, b) => rank(a) - rank(b) || b.logOdds - a.logOdds || byCodeUnit(firstClaim(a), firstClaim(b)),
    );
    ranked.forEach((one, place) => {
      kinds.set(
        one.accountId,
        specialKind(one) ?? (place === 0 ? "primary" : isRegional(one) ? "regional" : "secondary"),
      );
    });
  }
  return kinds;
}

function firstClaim({ views }: KindCase): string {
  return views[0]?.claim.claimId ?? "";
}

/** Accounts that say they are for something special come last, regional ones after the general. */
function rank(one: KindCase): number {
  if (specialKind(one) !== null) return 2;
  return isRegional(one) ? 1 : 0;
}

function specialKind(one: KindCase): Ownership["kind"] | null {
  if (one.isPerson) return "person";
  if (communityForms.test(one.accountId)) return "secondary";
  return specialWords.find(([, test]) => saysAny(one, test))?.[0] ?? null;
}

/** Forms of accounts where visitors post among themselves. */
const communityForms = /^(discord:|reddit:r\/|facebook:groups\/)/;

const specialWords: readonly (readonly [Ownership["kind"], RegExp])[] = [
  ["careers", /career|jobs?(?![a-z])|karriere|hiring|recruit|talents?(?![a-z])|emploi|carriere/],
  ["product", /support(?![a-z])|helpdesk|customercare|customerservice/],
];

/** Countries, regions and languages as handles and labels of large companies name them; two letters only after a separator. */
const regionWords =
  /(?:^|[^a-z])(usa?|uk|eu|de|fr|es|it|nl|be|ch|at|jp|cn|in|br|mx|ca|au|ru|pl|se|dk|no|fi|pt|tr|kr|za)(?:$|[^a-z])|europe|emea|apac|latam|asia|africa|america|canada|brasil|brazil|mexico|australia|newzealand|japan|china|india|korea|deutschland|germany|france|espana|spain|italia|italy|nederland|netherlands|belgi|schweiz|suisse|switzerland|osterreich|austria|polska|poland|sverige|sweden|danmark|denmark|norge|norway|suomi|finland|ireland|israel|turkiye|turkey|southafrica|singapore|hongkong|taiwan|thailand|nordic/;

function isRegional(one: KindCase): boolean {
  return saysAny(one, regionWords);
}

/** Whether the handle or a link text of an account holds a word. */
function saysAny({ views }: KindCase, test: RegExp): boolean {
  return views.some(
    ({ handle, claim }) => test.test(handle?.toLowerCase() ?? "") || test.test(label(claim.evidence.text)),
  );
}

/** A link text short enough to be a name; longer ones speak of other things too. */
function label(text: string | null): string {
  return text !== null && text.length <= 40 ? text.toLowerCase() : "";
}
