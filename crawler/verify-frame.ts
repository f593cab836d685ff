import { Parser } from "htmlparser2";
import { AuditConfig } from "../datasets/config.ts";
import { registrableDomain } from "../datasets/frame-check.ts";
import type { Company, SiteVisit } from "../datasets/schema.ts";
import type { SiteCheck, SiteState } from "../datasets/site-check.ts";
import { readName } from "./attribution/names.ts";
import type { Effects, WebResponse } from "./effects.ts";
import { decodePage } from "./extract/decode.ts";
import type { Stage } from "./stage.ts";
import { visitSite } from "./visit.ts";

/**
 * Looks at the start page of each company of a frame, and says what has become of it.
 *
 * @param companies the whole frame: it tells who has the domain that a site leads to
 */
export function verifySite(companies: readonly Company[], delayMs: number): Stage<Company, SiteCheck> {
  const holders = holdersOf(companies);
  const config = AuditConfig.parse({
    pagesPerSite: 1,
    delayMs,
    include: companies.map(({ status }) => status),
  });
  return {
    name: "verify",
    keyOf: ({ companyId }) => companyId,
    async run(company, effects) {
      const seen: WebResponse[] = [];
      const [visit] = await visitSite(config).run(company, remembering(effects, seen));
      const page = visit && seen.findLast(({ url }) => url === visit.captures[0]?.url);
      return visit
        ? [checkOf(company, { visit, text: page ? textOf(page) : "", holders }, effects.now())]
        : [];
    },
    outcomeOf: ([check]) => check?.state ?? "unclear",
  };
}

/** Effects that keep the pages they get. */
function remembering(effects: Effects, seen: WebResponse[]): Effects {
  const { render } = effects;
  return {
    ...effects,
    async fetch(request) {
      const answer = await effects.fetch(request);
      if (request.kind === "page" && answer.outcome === "ok") seen.push(answer);
      return answer;
    },
    ...(render && {
      async render(request, fetch) {
        const shown = await render(request, fetch);
        if (typeof shown !== "string") seen.push(shown);
        return shown;
      },
    }),
  };
}

/** Companies by the domain of their site; of those that share one, the first that is still there. */
function holdersOf(companies: readonly Company[]): ReadonlyMap<string, Company> {
  const alive = companies.filter(({ status }) => status === "active" || status === "unverified");
  return new Map(
    alive.toReversed().flatMap((company): [string, Company][] => {
      const domain = registrableDomain(company.website ?? "");
      return domain === null ? [] : [[domain, company]];
    }),
  );
}

interface Look {
  visit: SiteVisit;
  /** What the page shows and says of itself. */
  text: string;
  holders: ReadonlyMap<string, Company>;
}

function checkOf(company: Company, { visit, text, holders }: Look, checkedAt: string): SiteCheck {
  const { companyId, name, segment } = company;
  const [start] = visit.captures;
  const isSeen = visit.outcome === "visited" || visit.outcome === "partial";
  const domain = isSeen ? registrableDomain(visit.finalUrl ?? "") : null;
  const holder = domain === null ? null : (holders.get(domain)?.companyId ?? null);
  const [callsItself = null] = [...(start?.names ?? []), ...(start?.title ? [start.title] : [])];
  const said = compact(`${callsItself ?? ""} ${text}`);
  const namesCompany = isSeen ? namesOf(company).some((each) => said.includes(each)) : null;
  const offersServices = isSeen ? speaksOfServices(segment, text) : null;
  const isOwnDomain = domain === registrableDomain(company.website ?? "");
  const state = isSeen
    ? stateOf({ isOwnDomain, namesCompany: namesCompany ?? false, holder, callsItself })
    : (unseen[visit.outcome] ?? "unclear");
  return {
    ...{ companyId, name, checkedAt, state, outcome: visit.outcome, url: visit.finalUrl },
    holder: holder === companyId ? null : holder,
    ...{ callsItself, namesCompany, offersServices },
    isVouchedFor: state === "live" && offersServices !== false,
  };
}

/** What follows where no page of the site was seen; all else leaves the question open. */
const unseen: Partial<Record<SiteVisit["outcome"], SiteState>> = {
  dns_error: "dead",
  connect_error: "dead",
  not_found: "dead",
  gone: "dead",
  parked: "dead",
};

interface Answered {
  isOwnDomain: boolean;
  namesCompany: boolean;
  holder: string | null;
  callsItself: string | null;
}

function stateOf({ isOwnDomain, namesCompany, holder, callsItself }: Answered): SiteState {
  if (isOwnDomain) return namesCompany ? "live" : callsItself === null ? "unclear" : "renamed";
  // A stranger's page does not speak of the company; one that does, under a name and a domain that no other row has, is the company.
  return holder === null && namesCompany ? "renamed" : "redirected";
}

const compact = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const namesOf = ({ name, aliases }: Company): string[] =>
  [name, ...aliases].flatMap((each) => readName(each)?.compact ?? []);

/** Words of services by segment, in the languages of the frames that ship. Own choice; none is asked of other segments. */
const services: Readonly<Record<string, RegExp>> = {
  cro: /contract research|clinical (?:research|trials?|stud|development|operations|data)|\bcro\b|pre-?clinical|phase (?:i|[1-4])|bio-?analy|biostatistic|biometric|pharmacovigilance|regulatory (?:affairs|consult|services)|toxicolog|bioequivalence|\bsponsors?\b|klinische|auftragsforschung|recherche clinique|essais? cliniques?|études? cliniques?|ensayos? clínicos?|investigación clínica|studi clinici|ricerca clinica|badani\w* kliniczn|臨床|治験|临床|임상/iu,
  pharma:
    /pharma|medicines?\b|drugs?\b|therap|vaccin|biolog|pipeline|patients?\b|arznei|medikament|médicament|medicament|farma|医薬|製薬|药|제약/iu,
  biotech:
    /biotech|biopharma|therap|medicines?\b|drugs?\b|pipeline|clinical|patients?\b|arznei|médicament|創薬|医薬|药/iu,
};

const speaksOfServices = (segment: string, text: string): boolean | null =>
  services[segment]?.test(text) ?? null;

/** Characters of a page that are looked through. */
const mostText = 200_000;

/** What a page shows, its title and its description. */
function textOf({ body, headers }: WebResponse): string {
  const { html } = decodePage(body, headers["content-type"] ?? null);
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, { content, ...attributes }) {
      if (unshown.has(name)) hidden += 1;
      if (
        name === "meta" &&
        /^(og:)?(description|site_name)$/.test(attributes["name"] ?? attributes["property"] ?? "")
      )
        parts.push(content ?? "");
    },
    onclosetag(name) {
      if (unshown.has(name)) hidden -= 1;
      parts.push(" ");
    },
    ontext(text) {
      if (hidden === 0) parts.push(text);
    },
  });
  parser.end(html.slice(0, mostText));
  return parts.join("");
}

const unshown: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);
