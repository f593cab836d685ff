/** Words before a link that say whose it is, in the languages most common on the web. */
import type { RecentText } from "./notes.ts";
import type { Element } from "./tags.ts";

type Phrases = readonly (readonly [context: string, test: RegExp])[];

/** What the words before a link in its own block, and the heading over it, say of it, in the words of a declaration's context. */
export function phrasesBefore(element: Element, before: readonly RecentText[]): string[] {
  const around = ancestorsOf(element, 5);
  const newestFirst = before.toReversed();
  const lead = newestFirst.find(({ text, parent }) => parent.tag !== "a" && /\p{L}{2}|:/u.test(text));
  const isLedIn = lead !== undefined && around.slice(0, 3).includes(lead.parent);
  return [...(isLedIn ? saidBy(lead.text, inlinePhrases) : []), ...headingOver(newestFirst, around)];
}

/** What the nearest short text over a link says; a heading in HTML's sense ends the search. */
function headingOver(newestFirst: readonly RecentText[], around: readonly Element[]): string[] {
  for (const { text, parent } of newestFirst) {
    const isOver = parent.parent !== null && around.includes(parent.parent);
    const isBefore = around.slice(0, 3).includes(parent);
    if (!isBefore && (!isOver || text.length >= 60)) continue;
    const said = saidBy(text, headingPhrases);
    if (said.length > 0 || /^h[1-6]$/.test(parent.tag)) return said;
  }
  return [];
}

function saidBy(text: string, phrases: Phrases): string[] {
  return phrases.flatMap(([word, test]) => (test.test(text) ? [word] : []));
}

/** Whether a text ends in words that credit whoever follows with the site: its maker, theme or host. */
export function creditsNext(text: string): boolean {
  return credit.test(text);
}

/** Elements around another, the nearest first. */
export function ancestorsOf(element: Element, count: number): Element[] {
  const ancestors: Element[] = [];
  for (let at = element.parent; at !== null && ancestors.length < count; at = at.parent) ancestors.push(at);
  return ancestors;
}

const anyOf = (words: string): string => words.trim().split(/\s+/).join("|").replaceAll("_", " ?");

const made = anyOf(`
  (?:web)?site web_design design(?:ed)? develop(?:ed|ment) built powered theme template style created made hosted crafted
  photograph(?:y|s) photos? branding r[ée]alis(?:ation|é) cr(?:éation|éé|eat) conçu conception développ(?:é|ement) umsetzung realisierung
  gestaltung programmierung erstellt entwickelt realizza(?:to|zione) sviluppato creato diseñ(?:o|ado) desarrollado creado
  desenvolvi(?:do|mento) cria(?:do|ção) ontwikkeld gemaakt ontwerp realisatie producerad skapad utviklet laget udviklet lavet
  realiza(?:ce|t) projekt wykonanie realizacja tasarım toteutus разработ(?:ка|ано) создание сделано`);
const by = anyOf("by with von par durch da por de door av af od przez в : –");
const madeAlone = anyOf("vytvořil[aoi]? készítette tvorba_webu");

const credit = new RegExp(
  `(?<!\\p{L})(?:(?:${made})(?: [^ ]+){0,3}? ?(?:${by})|(?:${madeAlone}):?)\\s*$`,
  "iu",
);

/** At the end of what stands before a link in its block. */
const inlinePhrases: Phrases = [
  ["credit", credit],
  [
    "author",
    /(?<!\p{L})(?:by|von|par|por|door|photos?|fotos?|image|via|author|autor|words|texte?|автор|фото|文|作者)\s*:?\s*$/iu,
  ],
];

const whole = (words: string): RegExp => new RegExp(`^\\s*(?:${words})\\s*:?\\s*$`, "iu");
const our =
  "(?:(?:our|the|unsere?|nos|notre|i nostri|il nostro|nuestr[oa]s?|noss[oa]s?|onze?|våra|vores|våre|naši|nasi|наши|наша) )?";

const headingPhrases: Phrases = [
  [
    "follow",
    /(?<!\p{L})(?:(?:follow|find|join) us|connect with us|stay connected|social media|get social|folg(?:en sie|e|t) uns|besuchen sie uns|suivez[- ]nous|nous suivre|réseaux sociaux|s[íi]guenos|redes socia(?:le)?s|siga[- ]nos|acompanhe|seguici|volg ons|følg os|følg oss|följ oss|śledź nas|obserwuj nas|sledujte nás|urmăriți-ne|kövess|takip edin|seuraa meitä|ακολουθήστε|мы в соц|в социальных сетях|подпи(?:сывайтесь|шитесь)|слідкуйте|ikuti kami)|公式SNS|公式アカウント|フォロー|关注我们|關注我們|追蹤我們|팔로우|SNS 채널|تابعونا|تابعنا|עקבו אחרינו/iu,
  ],
  ["author", /(?<!\p{L})(?:about the author|über (?:den autor|die autorin)|à propos de l'auteur)(?!\p{L})/iu],
  [
    "partner",
    whole(
      `${our}(?:partners?|partner(?:i|zy|ři)|partenaires|sponsor(?:s|en|i)?|supporters?|members?|membres|mitglieder|clients?|customers|kunden|socios|colaboradores|parceiros|patrocinadores|förderer|soutiens|партн[её]ры|спонсоры|スポンサー|パートナー|合作伙伴)`,
    ),
  ],
  [
    "team",
    whole(
      `(?:${our}(?:team|staff|people|speakers?|leadership|board|athletes|players|équipe|equipe|equipo|referent(?:en|innen)|команда)|meet (?:the|our) .{1,40})`,
    ),
  ],
  [
    "blogroll",
    whole("(?:my )?blog ?(?:roll|list)|(?:useful |web)?links|friends|liens(?: utiles)?|enlaces|ссылки"),
  ],
];
