import type { SyntheticCompany } from "./industry.ts";
import { type MishapId, mishapIds } from "./mishaps.ts";
import { brands, suffixesOf } from "./names.ts";
import { deal, type Random, randomFrom, shuffle } from "./random.ts";
import type { Scenario } from "./scenario.ts";
import { siteKindIds } from "./sites/kinds.ts";

/** The companies of a scenario, by id. Parents are companies with a sound site that come before their children. */
export function drawCompanies(scenario: Scenario): SyntheticCompany[] {
  const random = randomFrom(`${scenario.seed} companies`);
  const count = scenario.companies;
  const names = brands(random, count);
  const segments = deal(random, Object.entries(scenario.segments), count);
  const countries = deal(
    random,
    scenario.countries.map((place) => [place, place.weight] as const),
    count,
  );
  const kinds = deal(
    random,
    siteKindIds.map((kind) => [kind, scenario.siteKinds[kind] ?? 0] as const),
    count,
  );
  const fates = dealFates(random, scenario);
  const companies = names.flatMap((brand, at) => {
    const [segment, place, siteKind, fate] = [segments[at], countries[at], kinds[at], fates[at]];
    if (!segment || !place || !siteKind || !fate) return [];
    const { country, language } = place;
    return [found({ brand, segment, country, language, siteKind, ...fate }, at, random)];
  });
  return sized(adopt(silence(companies, scenario)), scenario);
}

/** Size bands have a generator of their own, as everything that was added later. */
function sized(companies: readonly SyntheticCompany[], { seed, sizes }: Scenario): SyntheticCompany[] {
  if (Object.keys(sizes).length === 0) return [...companies];
  const dealt = deal(randomFrom(`${seed} sizes`), Object.entries(sizes), companies.length);
  return companies.map((company, at) => ({ ...company, size: dealt[at] ?? null }));
}

/** The last sound companies have no account at all; which they are is random, since all is dealt. */
function silence(companies: readonly SyntheticCompany[], { absent }: Scenario): SyntheticCompany[] {
  const sound = companies.filter(({ mishap, showsParent }) => mishap === "none" && !showsParent);
  const chosen = new Set(absent === 0 ? [] : sound.slice(-absent));
  return companies.map((company) => ({ ...company, isAbsent: chosen.has(company) }));
}

type Fate = Pick<SyntheticCompany, "mishap" | "showsParent">;
type Given = Pick<SyntheticCompany, "brand" | "segment" | "country" | "language" | "siteKind"> & Fate;

function dealFates(random: Random, { companies, mishaps, subsidiaries }: Scenario): Fate[] {
  const met = mishapIds.flatMap((mishap) => Array<MishapId>(mishaps[mishap] ?? 0).fill(mishap));
  const fates = met.map((mishap): Fate => ({ mishap, showsParent: false }));
  const children = Array<Fate>(subsidiaries).fill({ mishap: "none", showsParent: true });
  const sound = Array<Fate>(companies).fill({ mishap: "none", showsParent: false });
  return shuffle(random, [...fates, ...children, ...sound].slice(0, companies));
}

function found(given: Given, at: number, random: Random): SyntheticCompany {
  const suffixes = suffixesOf(given.segment);
  const suffix = suffixes[at % suffixes.length] ?? "";
  const { domain, host } = addressOf(given.brand, suffix, random);
  const status = given.mishap === "not_eligible" ? "acquired" : "active";
  return {
    companyId: `c${String(at + 1).padStart(4, "0")}`,
    name: `${given.brand} ${suffix}`,
    ...given,
    domain,
    host,
    status,
    parentId: null,
    size: null,
    successor: null,
    formerly: null,
    isAbsent: false,
    slip: null,
    website: website(given.mishap, host, random),
  };
}

/** Domain and host of a company: its brand, alone or with what stands behind it in its name. */
export function addressOf(brand: string, suffix: string, random: Random): { domain: string; host: string } {
  const stem = brand.toLowerCase();
  const domain = `${random() < 0.5 ? stem : `${stem}-${suffix.toLowerCase().replaceAll(" ", "-")}`}.test`;
  return { domain, host: random() < 0.6 ? `www.${domain}` : domain };
}

/** Frames write websites in every way; mishaps that hang on the scheme name it. */
export function website(mishap: MishapId, host: string, random: Random): string | null {
  const domain = host.replace(/^www\./, "");
  const spellings = [
    `https://${host}/`,
    `https://${host}`,
    domain,
    `http://${host}/`,
    `https://WWW.${domain}/`,
  ];
  const spelling = spellings[Math.floor(random() * spellings.length)] ?? domain;
  if (mishap === "no_website") return null;
  if (mishap === "plain_http") return domain;
  return mishap === "none" || mishap === "not_eligible" ? spelling : `https://${host}/`;
}

/** Gives a parent to every company that needs one: in turn, the sound and independent companies. */
function adopt(companies: readonly SyntheticCompany[]): SyntheticCompany[] {
  const parents = companies.filter(({ mishap, showsParent }) => mishap === "none" && !showsParent);
  const needy = companies.filter(
    ({ mishap, showsParent }) => showsParent || mishap === "to_parent" || mishap === "not_eligible",
  );
  return companies.map((company) => {
    const place = needy.indexOf(company);
    const parent = place < 0 ? undefined : parents[place % parents.length];
    return parent ? { ...company, parentId: parent.companyId } : company;
  });
}
