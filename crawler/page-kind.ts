import type { SiteOutcome } from "../datasets/schema.ts";

/** What is known of a page that answered 200. */
export interface PageLook {
  /** Where it was found, after redirects. */
  url: string;
  title: string | null;
  /** Characters of displayed text. */
  textLength: number;
  /** Links to pages of the same site. */
  linkCount: number;
  /** Accounts and feeds it declares. */
  declaredCount: number;
  /** The head of the page's source; what a marker would stand in. */
  source: string;
}

/** A page that is not the site: what it is, and how it gives itself away. One mark is enough. */
interface Disguise {
  outcome: SiteOutcome;
  reason: string | null;
  title?: RegExp;
  source?: RegExp;
  /** Host and path. */
  address?: RegExp;
  /** A longer page is taken for content whatever it says: an article about parking is no parked domain. */
  mostText: number;
  /** A wall leads nowhere else. */
  mostLinks?: number;
}

/** Tried in order. Markers of the services that put such pages before sites, as seen in their own markup. */
const disguises: readonly Disguise[] = [
  {
    outcome: "challenge",
    reason: null,
    title:
      /^(just a moment|one moment, please|attention required|checking your browser|ddos-guard|un momento|einen moment|security (check|checkpoint)|vercel security|are you a (robot|human)|human verification|verify(ing)? you are (a )?human|robot check|bot verification|client challenge|pardon our interruption|please wait while)/i,
    source:
      /\/cdn-cgi\/challenge-platform\/\w\/\w\/orchestrate|[_-]cf[_-]chl[_-]|_Incapsula_Resource|captcha-delivery\.com|px-captcha|awsWafCookieDomainList|token\.awswaf\.com|\/_sec\/cp_challenge\/|sgcaptcha|ddos-guard\.net\/check|wsidchk|sucuri_cloudproxy_js|checking your browser before|verify(ing)? (that )?you are (a )?human/i,
    mostText: 1_500,
    mostLinks: 10,
  },
  {
    outcome: "parked",
    reason: null,
    title:
      /\b(domain (name )?(is |may be )?(for sale|parked|expired)|parked (domain|free)|buy this domain|domain default page|domain steht zum verkauf)\b/i,
    source:
      /sedoparking\.com|parkingcrew\.net|bodis\.com|hugedomains\.com\/domain_profile|afternic\.com\/forsale|dan\.com\/buy-domain|above\.com\/marketplace|parklogic\.com|img1\.wsimg\.com\/parking-lander|window\.location\.href ?= ?["']\/lander|this domain (name )?(is|may be) (for sale|parked)|this domain (name )?has (expired|recently been registered)|buy this domain|domain is parked/i,
    mostText: 2_500,
  },
  {
    outcome: "parked",
    reason: "suspended",
    title: /\b(account|site|website) (has been )?suspended\b/i,
    source: /\/cgi-sys\/suspendedpage\.cgi/,
    mostText: 1_500,
  },
  {
    outcome: "parked",
    reason: "default_page",
    title:
      /^(welcome to (nginx|openresty|centos)|apache2? .{0,20}default page|test page for|iis windows( server)?$|default web site page|index of \/$)/i,
    source: /^\s*<html><body><h1>It works!<\/h1>/,
    mostText: 5_000,
  },
  {
    outcome: "not_found",
    reason: "soft",
    title:
      /\b(404|page not found|not found|page (does not|doesn['’]t) exist|seite nicht gefunden|page (introuvable|non trouv[eé]e)|p[aá]gina no encontrada|pagina non trovata|p[aá]gina n[aã]o encontrada)(?![\p{L}\p{N}])|ページが見つかりません|页面不存在/iu,
    source:
      /<h[12][^>]{0,200}>\s*(?:<[^>]{0,200}>\s*)?(?:error )?(?:404\b|(?:oops[^<]{0,20})?(?:the |this )?(?:requested )?page (?:was |is |you requested |you are looking for |can(?:no|['’])t be |could not be )*(?:not found|found|does not exist|missing))/i,
    address: /^[^/]*\/(?:[^?]*\/)?(404|not-?found|page-?not-?found|error-?404)(\.\w{1,5})?$/i,
    mostText: 5_000,
  },
  {
    outcome: "login_wall",
    reason: null,
    title:
      /(?:^|[|:–—-])\s*(?:please )?(?:(?:member|client|customer|partner|employee|staff|user) )?(?:log ?in|sign ?in|login required|anmelden|anmeldung|connexion|iniciar sesi[oó]n|accedi|ログイン|登录)(?![\p{L}\p{N}])/iu,
    address:
      /\/(?:users?\/|accounts?\/|auth\/)?(?:login|log-in|signin|sign-in|sso|wp-login\.php)(?:[/?.]|$)/i,
    mostText: 1_000,
    mostLinks: 25,
  },
];

/** Pages that offer a form of consent or a password and nothing else; one that declares an account offers something. */
const bareForms: readonly Disguise[] = [
  {
    outcome: "login_wall",
    reason: null,
    source: /<input\b[^>]{0,300}type\s*=\s*["']?password/i,
    mostText: 600,
    mostLinks: 8,
  },
  {
    outcome: "partial",
    reason: "consent_wall",
    title:
      /^(before you continue|(cookie|privacy|consent)[ -](consent|settings|preferences|wall|notice|choices|required)|your privacy|we value your privacy|datenschutzeinstellungen)/i,
    source:
      /\b(accept|agree|consent)\b[^<.]{0,80}\bto (continue|enter|proceed|access|view|visit)\b|\bto (continue|enter|proceed|access|view|visit)\b[^<.]{0,80}\b(accept|agree|consent)\b/i,
    address: /^(consent|guce|privacy)\.|\/(consent|cookie-?wall|privacy-?wall|cookie-?consent)([/?.]|$)/i,
    mostText: 2_000,
    mostLinks: 8,
  },
  {
    outcome: "partial",
    reason: "consent_wall",
    source:
      /<(?:button|a|input)\b[^>]{0,300}>?[^<]{0,60}\b(?:accept|agree|akzeptieren|zustimmen|accepter|aceptar|accetta)\b/i,
    mostText: 800,
    mostLinks: 3,
  },
];

/**
 * Recognises pages that answer 200 and are not the site: a challenge, a parked domain, an error page, a login form, a consent wall.
 * They are never read as content.
 *
 * @returns null for an ordinary page
 */
export function recogniseDisguise(look: PageLook): { outcome: SiteOutcome; reason: string | null } | null {
  const forms = look.declaredCount === 0 ? bareForms : [];
  const found = [...disguises, ...forms].find((disguise) => fits(disguise, look));
  return found ? { outcome: found.outcome, reason: found.reason } : null;
}

function fits({ title, source, address, mostText, mostLinks }: Disguise, look: PageLook): boolean {
  if (look.textLength > mostText || look.linkCount > (mostLinks ?? Number.POSITIVE_INFINITY)) return false;
  const { host, pathname, search } = new URL(look.url);
  return (
    title?.test(look.title ?? "") === true ||
    source?.test(look.source) === true ||
    address?.test(`${host}${pathname}${search}`) === true
  );
}

/** Whether an answer that refuses is a challenge: a person's browser would be let in after a moment. */
export function isChallenge(source: string): boolean {
  const title = /<title[^>]{0,200}>\s*([^<]{0,200})/i.exec(source)?.[1] ?? "";
  return disguises.some(
    ({ outcome, ...marks }) =>
      outcome === "challenge" && (marks.title?.test(title) === true || marks.source?.test(source) === true),
  );
}

/** Whether the answer's own headers call it a challenge (Cloudflare's `cf-mitigated`, AWS WAF's `x-amzn-waf-action`). */
export function isCalledChallenge(headers: Readonly<Record<string, string>>): boolean {
  return [headers["cf-mitigated"], headers["x-amzn-waf-action"]].some((said) =>
    /^(challenge|captcha)$/i.test(said ?? ""),
  );
}
