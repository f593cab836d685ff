import type { LanguageId } from "../scenario.ts";

/** Pages every site has. */
export const pageRoles = ["home", "about", "services", "news", "careers", "contact", "privacy"] as const;
export type PageRole = (typeof pageRoles)[number];

/** What a site says in its language. */
export interface Words {
  paths: Readonly<Record<PageRole, string>>;
  labels: Readonly<Record<PageRole, string>>;
  follow: string;
  share: string;
  by: string;
  partners: string;
  team: string;
  madeBy: string;
  cookies: string;
  address: string;
  sentences: readonly [string, ...string[]];
  headlines: readonly [string, ...string[]];
}

const en: Words = {
  paths: {
    home: "/",
    about: "/about-us/",
    services: "/services/",
    news: "/news/",
    careers: "/careers/",
    contact: "/contact/",
    privacy: "/privacy-policy/",
  },
  labels: {
    home: "Home",
    about: "About us",
    services: "Services",
    news: "News",
    careers: "Careers",
    contact: "Contact",
    privacy: "Privacy policy",
  },
  follow: "Follow us",
  share: "Share this article",
  by: "Written by",
  partners: "Our partners",
  team: "Leadership team",
  madeBy: "Website by",
  cookies: "We use cookies to measure how this site is used.",
  address: "Visitors are asked to report to the front desk",
  sentences: [
    "We plan and run studies from first in human to the post-marketing phase.",
    "Our teams work with sites, patients and regulators on four continents.",
    "Data managers and statisticians sit at one table with the study physicians.",
    "Quality is inspected by our own auditors twice a year.",
    "Sponsors see enrolment and open queries every morning.",
    "Samples are logged, stored and shipped by our central laboratory.",
  ],
  headlines: [
    "opens a new office for late-phase studies",
    "presents enrolment figures at the annual congress",
    "appoints a head of biostatistics",
    "extends its agreement with a regional hospital group",
    "publishes its yearly report on site burden",
    "receives certification for its data centre",
  ],
};

const de: Words = {
  paths: {
    home: "/",
    about: "/ueber-uns/",
    services: "/leistungen/",
    news: "/aktuelles/",
    careers: "/karriere/",
    contact: "/kontakt/",
    privacy: "/datenschutz/",
  },
  labels: {
    home: "Startseite",
    about: "Über uns",
    services: "Leistungen",
    news: "Aktuelles",
    careers: "Karriere",
    contact: "Kontakt & Impressum",
    privacy: "Datenschutz",
  },
  follow: "Folgen Sie uns",
  share: "Beitrag teilen",
  by: "Von",
  partners: "Unsere Partner",
  team: "Geschäftsführung",
  madeBy: "Umsetzung:",
  cookies: "Wir verwenden Cookies, um die Nutzung dieser Seite zu messen.",
  address: "Besucher melden sich bitte am Empfang",
  sentences: [
    "Wir planen und führen Studien von der ersten Anwendung am Menschen bis nach der Zulassung.",
    "Unsere Teams arbeiten mit Prüfzentren, Patienten und Behörden in vielen Ländern.",
    "Datenmanagement und Statistik sitzen mit den Prüfärzten an einem Tisch.",
    "Die Qualität prüfen eigene Auditoren zweimal im Jahr.",
    "Auftraggeber sehen Einschlüsse und offene Rückfragen jeden Morgen.",
    "Proben werden von unserem Zentrallabor erfasst, gelagert und versandt.",
  ],
  headlines: [
    "eröffnet einen Standort für späte Phasen",
    "stellt Rekrutierungszahlen auf dem Jahreskongress vor",
    "beruft eine Leiterin der Biostatistik",
    "verlängert den Vertrag mit einem Klinikverbund",
    "veröffentlicht den Jahresbericht zur Belastung der Prüfzentren",
    "erhält ein Zertifikat für das Rechenzentrum",
  ],
};

const fr: Words = {
  paths: {
    home: "/",
    about: "/a-propos/",
    services: "/expertises/",
    news: "/actualites/",
    careers: "/carrieres/",
    contact: "/contact/",
    privacy: "/confidentialite/",
  },
  labels: {
    home: "Accueil",
    about: "À propos",
    services: "Expertises",
    news: "Actualités",
    careers: "Carrières",
    contact: "Contact",
    privacy: "Confidentialité",
  },
  follow: "Suivez-nous",
  share: "Partager cet article",
  by: "Par",
  partners: "Nos partenaires",
  team: "Direction",
  madeBy: "Site réalisé par",
  cookies: "Nous utilisons des cookies pour mesurer l’audience de ce site.",
  address: "Les visiteurs sont priés de se présenter à l’accueil",
  sentences: [
    "Nous préparons et conduisons des études, de la première administration à l’après-commercialisation.",
    "Nos équipes travaillent avec les centres, les patients et les autorités de nombreux pays.",
    "Les gestionnaires de données et les statisticiens travaillent avec les médecins de l’étude.",
    "La qualité est contrôlée deux fois par an par nos propres auditeurs.",
    "Les promoteurs voient chaque matin les inclusions et les questions ouvertes.",
    "Les échantillons sont enregistrés, conservés et expédiés par notre laboratoire central.",
  ],
  headlines: [
    "ouvre un bureau pour les études de phase tardive",
    "présente ses chiffres d’inclusion au congrès annuel",
    "nomme une directrice de la biostatistique",
    "prolonge son accord avec un groupe hospitalier",
    "publie son rapport annuel sur la charge des centres",
    "reçoit une certification pour son centre de données",
  ],
};

const ja: Words = {
  paths: {
    home: "/",
    about: "/company/",
    services: "/service/",
    news: "/news/",
    careers: "/recruit/",
    contact: "/contact/",
    privacy: "/privacy/",
  },
  labels: {
    home: "ホーム",
    about: "会社概要",
    services: "事業内容",
    news: "ニュース",
    careers: "採用情報",
    contact: "お問い合わせ",
    privacy: "個人情報保護方針",
  },
  follow: "公式アカウント",
  share: "この記事をシェア",
  by: "執筆",
  partners: "提携先",
  team: "役員紹介",
  madeBy: "サイト制作:",
  cookies: "本サイトでは利用状況の把握のためクッキーを使用しています。",
  address: "ご来社の際は受付にお越しください",
  sentences: [
    "第一相から製造販売後まで、臨床試験の計画と実施を支援します。",
    "各国の医療機関、患者団体、規制当局と協力しています。",
    "データ管理と統計解析の担当者が試験医師と一体で働きます。",
    "品質は社内監査により年に二回確認されます。",
    "登録状況と未回答の照会は毎朝ご覧いただけます。",
    "検体は中央検査室で登録、保管、発送されます。",
  ],
  headlines: [
    "後期試験のための新拠点を開設",
    "年次学会で登録実績を発表",
    "生物統計部門の責任者を任命",
    "地域病院グループとの契約を延長",
    "施設負担に関する年次報告書を公表",
    "データセンターの認証を取得",
  ],
};

/** The words of each language. */
export const wordsOf: Readonly<Record<LanguageId, Words>> = { en, de, fr, ja };
