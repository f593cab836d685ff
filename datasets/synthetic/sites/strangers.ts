/** Accounts that stand on companies' pages and are not theirs. All are invented. */
export interface Stranger {
  name: string;
  /** What the page links. */
  href: string;
  /** The account meant, `platform:account`. */
  accountId: string;
}

/** A web agency that signs the sites it made. */
export interface Agency {
  name: string;
  site: string;
  accounts: readonly Stranger[];
}

const stranger = (name: string, href: string, accountId: string): Stranger => ({ name, href, accountId });

/** Agencies that put their name below the sites they made. */
export const agencies: readonly [Agency, ...Agency[]] = [
  {
    name: "Pixelhafen",
    site: "https://www.pixelhafen.test/",
    accounts: [
      stranger("Pixelhafen", "https://www.instagram.com/pixelhafen_web/", "instagram:pixelhafen_web"),
    ],
  },
  {
    name: "Studio Brightwick",
    site: "https://brightwick.test/",
    accounts: [
      stranger("Studio Brightwick", "https://twitter.com/brightwickweb", "x:brightwickweb"),
      stranger(
        "Studio Brightwick",
        "https://www.linkedin.com/company/studio-brightwick",
        "linkedin:company/studio-brightwick",
      ),
    ],
  },
  { name: "Hinode Web", site: "https://hinode-web.test/", accounts: [] },
];

/** Who writes news: people, whose profiles no audit may keep. */
export const authors: readonly [Stranger, ...Stranger[]] = [
  stranger("Dana Okafor", "https://twitter.com/dana_okafor_md", "x:dana_okafor_md"),
  stranger("Jonas Feldt", "https://x.com/jonasfeldtwrites", "x:jonasfeldtwrites"),
  stranger("Mika Sorell", "https://www.linkedin.com/in/mika-sorell-4b1a2", "linkedin:in/mika-sorell-4b1a2"),
  stranger(
    "Aiko Brandt",
    "https://bsky.app/profile/aikobrandt.bsky.social",
    "bluesky:aikobrandt.bsky.social",
  ),
];

/** Leaders shown on "about" pages. */
export const leaders: readonly [Stranger, ...Stranger[]] = [
  stranger("Ines Falk", "https://www.linkedin.com/in/ines-falk-ceo/", "linkedin:in/ines-falk-ceo"),
  stranger("Tom Aldous", "https://www.linkedin.com/in/tomaldous", "linkedin:in/tomaldous"),
  stranger("Renata Villou", "https://twitter.com/renatavillou", "x:renatavillou"),
];

/** Whom articles speak about, with links in running text. */
export const subjects: readonly [Stranger, ...Stranger[]] = [
  stranger("National Medicines Board", "https://x.com/natmedboard", "x:natmedboard"),
  stranger(
    "Trial Registry Watch",
    "https://www.facebook.com/trialregistrywatch",
    "facebook:trialregistrywatch",
  ),
  stranger(
    "Society for Late-Phase Research",
    "https://www.youtube.com/@latephasesociety",
    "youtube:@latephasesociety",
  ),
];

/** Accounts of the theme's maker that nobody replaced. */
export const themeDefaults: readonly Stranger[] = [
  stranger("Facebook", "https://www.facebook.com/envato", "facebook:envato"),
  stranger("Twitter", "https://twitter.com/envato", "x:envato"),
];

/** The account that a blog service enters as publisher for its customers. */
export const blogService = stranger(
  "WordPress.com",
  "https://www.facebook.com/WordPresscom",
  "facebook:wordpresscom",
);

/** Accounts of the stranger to whom a lost domain leads. */
export const strangersAccounts: readonly Stranger[] = [
  stranger("Facebook", "https://www.facebook.com/luckycasinoguide", "facebook:luckycasinoguide"),
  stranger("Twitter", "https://twitter.com/luckycasinogd", "x:luckycasinogd"),
];
