import type { ClaimView } from "./view.ts";

/** A fact about a claim and how much it speaks for (above 0) or against the account being the company's own, in log-odds. */
export interface Signal {
  reason: string;
  weight: number;
  holds(view: ClaimView): boolean;
}

type Test = Signal["holds"];

const all =
  (...tests: readonly Test[]): Test =>
  (view) =>
    tests.every((test) => test(view));
const not =
  (test: Test): Test =>
  (view) =>
    !test(view);
const kind =
  (...kinds: readonly string[]): Test =>
  ({ claim }) =>
    kinds.includes(claim.evidence.kind);
const within =
  (...words: readonly string[]): Test =>
  ({ claim }) =>
    claim.evidence.context.some((word) => words.includes(word));
const region =
  (...regions: readonly string[]): Test =>
  ({ claim }) =>
    regions.includes(claim.evidence.region);
const text =
  (test: (text: string) => boolean): Test =>
  ({ claim }) =>
    claim.evidence.text !== null && test(claim.evidence.text);
const path =
  (test: RegExp): Test =>
  ({ claim }) =>
    claim.evidence.context.some((word) => test.test(word));

const shown = kind("link", "relme", "widget", "microdata", "iframe");
const inScript = kind("script", "state");
/** Keys of page state below which a site lists its accounts. */
const socialKeys = /(^|\.)(social|social_?(links|media|profiles|accounts|networks|icons|channels))(\.|$)/i;
/** Corners of a page that belong to somebody else even when they stand beside the company's own accounts. */
const others = ["credit", "comment", "embed", "team", "partner", "blogroll", "prose"];

/**
 * Every signal. Weights were set by hand on pages with known owners, in steps of a half; docs/method.md shows how well the
 * confidences that follow are calibrated.
 */
export const signals: readonly Signal[] = [
  // What the page says outright.
  {
    reason: "jsonld_publisher",
    weight: 4,
    holds: all(kind("jsonld"), within("publisher", "organization", "website")),
  },
  { reason: "jsonld_person", weight: -1.5, holds: all(kind("jsonld"), within("person")) },
  { reason: "jsonld_somebody_else", weight: -4, holds: all(kind("jsonld"), within("author", "other")) },
  { reason: "publisher_meta", weight: 3, holds: all(not(kind("jsonld")), within("publisher")) },
  { reason: "author_meta", weight: -2, holds: all(kind("meta"), within("author")) },
  { reason: "rel_me", weight: 2.5, holds: kind("relme") },
  { reason: "follow_widget", weight: 2, holds: kind("widget", "iframe") },
  { reason: "microdata", weight: 2, holds: kind("microdata") },
  { reason: "feed_link", weight: 3, holds: kind("feed") },
  // Where it stands.
  { reason: "site_region", weight: 1.5, holds: all(shown, region("header", "nav", "footer")) },
  { reason: "side_column", weight: 1, holds: all(shown, region("aside")) },
  { reason: "icon_list", weight: 1.5, holds: all(shown, within("icon_list")) },
  { reason: "social_block", weight: 1, holds: all(shown, within("social", "follow")) },
  {
    reason: "platform_label",
    weight: 1.5,
    holds: all(kind("link", "relme", "widget"), (view) => hasPlatformLabel(view) || namesPlatform(view)),
  },
  {
    reason: "label_of_something_else",
    weight: -2,
    holds: all(kind("link"), not(within("prose")), namesSomethingElse),
  },
  { reason: "platform_setting", weight: 3, holds: all(inScript, (view) => path(platformWord(view))(view)) },
  { reason: "social_setting", weight: 4, holds: all(inScript, path(socialKeys)) },
  { reason: "in_script", weight: -3, holds: inScript },
  // What it is called.
  { reason: "name_matches", weight: 3, holds: ({ likeness }) => (likeness ?? 0) >= 0.8 },
  { reason: "name_resembles", weight: 1.5, holds: ({ likeness }) => likeness === 0.5 },
  { reason: "name_differs", weight: -1, holds: all(not(kind("feed")), ({ likeness }) => likeness === 0) },
  { reason: "template_account", weight: -8, holds: ({ isPlaceholder }) => isPlaceholder },
  // Whose corner of the page it is.
  { reason: "in_running_text", weight: -2.5, holds: all(shown, within("prose")) },
  {
    reason: "in_article",
    weight: -2.5,
    holds: all(shown, within("article"), ({ isAboutPage }) => !isAboutPage),
  },
  { reason: "author_box", weight: -4.5, holds: all(shown, within("author")) },
  { reason: "author_setting", weight: -4, holds: all(inScript, (view) => path(personWords)(view)) },
  { reason: "comment", weight: -4, holds: all(shown, within("comment")) },
  { reason: "embedded_post", weight: -4, holds: all(shown, within("embed")) },
  { reason: "team", weight: -5, holds: all(shown, within("team")) },
  { reason: "partner", weight: -4, holds: all(shown, within("partner")) },
  { reason: "credit", weight: -5, holds: all(shown, within("credit")) },
  { reason: "list_of_others", weight: -3, holds: all(shown, within("blogroll")) },
  {
    reason: "many_of_one_platform",
    weight: -2.5,
    holds: all(within("account_list"), not(within("icon_list"))),
  },
  {
    reason: "share_label",
    weight: -1.5,
    holds: all(
      shown,
      text((label) => shareLabel.test(label)),
    ),
  },
  // What stands beside it.
  {
    reason: "beside_own_accounts",
    weight: 5,
    holds: all(({ company }) => company === "own", not(within(...others))),
  },
  { reason: "beside_rivals", weight: -7, holds: ({ company }) => company === "rivals" },
  { reason: "rival", weight: -3, holds: all(shown, ({ company }) => company === "rival") },
];

const shareLabel = /\b(share|tweet this|teilen|partager|compartir|condividi|delen|pin it)\b/i;
/** Keys of page state below which somebody's profile stands. */
const personWords =
  /author|byline|creator|contributor|user|member|person|people|staff|tweet|comment|profile|embed|content_elements/i;

/** Names of platforms and the words that go with them on a button, in the languages most common on the web. */
const labelWords = new RegExp(
  `\\b(${`facebook fb twitter x linkedin linked youtube tube you instagram insta ig pinterest google plus g tiktok tik tok threads
  bluesky mastodon vimeo flickr xing telegram vk weibo reddit medium tumblr github discord snapchat slideshare soundcloud
  whatsapp follow find join visit like watch see connect view us me our on in at to the a with and page profile channel account icon
  logo social media network group company official square circle alt new window opens link links button btn white black brand brands
  fa fas fab icons sprite svg png gif jpg small large footer header share folge folgen sie uns auf bei im unser unsere unserem kanal
  seite besuchen suivez nous sur notre page siga nos en siguenos seguici su volg ons op os på`
    .split(/\s+/)
    .join("|")})\\b`,
  "gi",
);

/** Whether a link is an icon, or says nothing but the platform's name and what one does there; `@name` mentions somebody. */
function hasPlatformLabel({ claim }: ClaimView): boolean {
  const { text } = claim.evidence;
  if (text === null || text.startsWith(".")) return true;
  if (text.startsWith("@")) return false;
  const rest = text.replace(/[_\d-]+/g, " ").replace(labelWords, "");
  return rest.replace(/[^\p{L}]/gu, "").length <= 3;
}

/** Whether a link of one of the company's names names the platform in a few words: "Acme on Facebook". */
function namesPlatform({ claim, likeness }: ClaimView): boolean {
  const { text } = claim.evidence;
  return likeness !== 0 && text !== null && text.split(/\s+/).length <= fewWords && platformNames.test(text);
}

/** Whether a link is called by neither the platform nor an icon: a sponsor's name, a title, a person's. */
function namesSomethingElse(view: ClaimView): boolean {
  const { text } = view.claim.evidence;
  return text !== null && !hasPlatformLabel(view) && !platformNames.test(text);
}

/** More words than these speak of something else, too. */
const fewWords = 5;

/** Names of the platforms whose links say more than the platform, in the scripts that do not write them in Latin letters, too. */
const platformNames =
  /facebook|twitter|linkedin|youtube|instagram|pinterest|google\s?\+|tiktok|threads|bluesky|mastodon|vim[eé]o|flickr|xing|telegram|vkontakte|weibo|tumblr|soundcloud|houzz|foursquare|behance|discord|github|slideshare|reddit|snapchat|whatsapp|фейсбук|твиттер|ютуб|инстаграм|телеграм|вконтакте|フェイスブック|ツイッター|ユーチューブ|インスタグラム|페이스북|트위터|유튜브|인스타그램|네이버|카카오|微博|微信|脸书|推特/i;

/** The platform as page state names it in keys. */
function platformWord({ claim }: ClaimView): RegExp {
  return claim.platform === "x" ? /twitter|(^|[._])x([._]|$)/i : new RegExp(claim.platform, "i");
}
