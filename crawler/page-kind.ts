import type { SiteOutcome } from "../datasets/schema.ts";

/** What is known of a page that answered 200. */
export interface PageLook {
  title: string | null;
  /** Characters of displayed text. */
  textLength: number;
  /** The head of the page's source; what a marker would stand in. */
  source: string;
}

/** A page that is not the site: what it is, and how it gives itself away. */
interface Disguise {
  outcome: SiteOutcome;
  reason: string | null;
  title: RegExp;
  source: RegExp;
  /** A longer page is taken for content whatever it says: an article about parking is no parked domain. */
  mostText: number;
}

const never = /(?!)/;

/** Tried in order. Markers of the services that put such pages before sites, as seen in their own markup. */
const disguises: readonly Disguise[] = [
  {
    outcome: "challenge",
    reason: null,
    title:
      /^(just a moment|attention required|checking your browser|ddos-guard|un momento|einen moment|security check|are you a (robot|human)|human verification)/i,
    source:
      /\/cdn-cgi\/challenge-platform\/|cf-chl-|_Incapsula_Resource|captcha-delivery\.com|px-captcha|awsWafCookieDomainList|\/_sec\/cp_challenge\/|sgcaptcha|ddos-guard\.net\/check/,
    mostText: 1_500,
  },
  {
    outcome: "parked",
    reason: null,
    title:
      /\b(domain (name )?(is )?(for sale|parked)|parked domain|buy this domain|domain steht zum verkauf)\b/i,
    source:
      /sedoparking\.com|parkingcrew\.net|bodis\.com|hugedomains\.com\/domain_profile|afternic\.com\/forsale|dan\.com\/buy-domain|above\.com\/marketplace|parklogic\.com|this domain (name )?(is|may be) for sale|buy this domain/i,
    mostText: 2_500,
  },
  {
    outcome: "not_found",
    reason: "soft",
    title:
      /\b(404|page not found|not found|seite nicht gefunden|page introuvable|p[aá]gina no encontrada)\b/i,
    source: never,
    mostText: 5_000,
  },
  {
    outcome: "login_wall",
    reason: null,
    title: /^\s*(log ?in|sign ?in|anmelden|connexion|iniciar sesi[oó]n)\b/i,
    source: never,
    mostText: 1_000,
  },
];

/**
 * Recognises pages that answer 200 and are not the site: a challenge, a parked domain, an error page, a login form. They are
 * never read as content.
 *
 * @returns null for an ordinary page
 */
export function recogniseDisguise({ title, textLength, source }: PageLook) {
  const found = disguises.find(
    (disguise) =>
      textLength <= disguise.mostText && (disguise.title.test(title ?? "") || disguise.source.test(source)),
  );
  return found ? { outcome: found.outcome, reason: found.reason } : null;
}

/** Whether an answer that refuses is a challenge: a person's browser would be let in after a moment. */
export function isChallenge(source: string): boolean {
  const title = /<title[^>]*>([^<]{0,200})/i.exec(source)?.[1] ?? null;
  return recogniseDisguise({ title, textLength: 0, source })?.outcome === "challenge";
}
