import { postsOf } from "../posts.ts";
import { pick, randomFrom } from "../random.ts";
import { each, escaped } from "./html.ts";
import { authorBox, embeddedPost, ownPosts, partnerLogos, shareButtons } from "./parts.ts";
import type { Site } from "./site.ts";
import { authors, leaders, type Stranger, subjects } from "./strangers.ts";
import type { PageRole } from "./words.ts";

/** One news article of a site. */
export interface Article {
  path: string;
  title: string;
  /** Milliseconds since 1970. */
  at: number;
  author: Stranger;
  subject: Stranger;
  text: string;
}

/**
 * The newest articles, newest first: those of the feed, or three undated ones of a site without a feed.
 *
 * @param page of the feed, from 1; each has older articles than the one before
 */
export function articlesOf({ company, words, feed, feedLength }: Site, seed: number, page = 1): Article[] {
  const instants = feed ? postsOf(feed, seed).map(({ at }) => at) : [0, 0, 0];
  const from = (page - 1) * feedLength;
  return instants.slice(from, from + feedLength).map((at, place) => {
    const number = instants.length - from - place;
    const random = randomFrom(`${seed} article ${company.companyId} ${number}`);
    return {
      path: `${words.paths.news}${number}/`,
      title: `${company.brand} ${pick(random, words.headlines)}`,
      at,
      author: pick(random, authors),
      subject: pick(random, subjects),
      text: `${pick(random, words.sentences)} ${pick(random, words.sentences)}`,
    };
  });
}

/** The middle of one of a site's pages. */
export function mainOf(site: Site, role: PageRole, articles: readonly Article[]): string {
  const heading = role === "home" ? site.name : site.words.labels[role];
  return `<h1>${escaped(heading)}</h1>\n${paragraphs(site, role)}\n${(extras[role] ?? (() => ""))(site, articles)}`;
}

const extras: Partial<Record<PageRole, (site: Site, articles: readonly Article[]) => string>> = {
  home: (site, articles) =>
    `${teasers(articles)}${ownPosts(site.latest)}${partnerLogos(site.partners, site.words.partners)}`,
  about: (site) => (site.hasTeam ? team(site) : ""),
  contact: ({ company, words }) =>
    `<address>${escaped(company.name)}, ${escaped(words.address)}.<br><a href="mailto:info@${company.domain}">info@${company.domain}</a></address>`,
  news: (site, articles) => each(articles, (article) => teaserWithShare(site, article)),
  privacy: () =>
    `<p>Facebook: <a href="https://www.facebook.com/policy.php">policy</a>, X: <a href="https://twitter.com/privacy">policy</a>,
LinkedIn: <a href="https://www.linkedin.com/legal/privacy-policy">policy</a>, YouTube: <a href="https://policies.google.com/privacy">policy</a></p>`,
};

/** The middle of an article: text about others, an embedded post, share buttons and the author. */
export function articleMain(site: Site, article: Article): string {
  const { title, text, subject, author, path } = article;
  const embed = site.hasEmbeds ? embeddedPost(subject) : "";
  return `<article><h1>${escaped(title)}</h1><p>${escaped(text)}</p>
<p><a href="${escaped(subject.href)}">${escaped(subject.name)}</a>: ${escaped(text)}</p>${embed}
<h4>${escaped(site.words.share)}</h4>${shareButtons(site.origin + path, title)}${authorBox(author, site.words.by)}</article>`;
}

function paragraphs({ company, words }: Site, role: PageRole): string {
  const random = randomFrom(`text ${company.companyId} ${role}`);
  return each(
    [1, 2, 3, 4],
    () => `<p>${escaped(`${pick(random, words.sentences)} ${pick(random, words.sentences)}`)}</p>`,
  );
}

function teasers(articles: readonly Article[]): string {
  const shown = articles.slice(0, 3);
  return `<section class="news">${each(shown, ({ path, title }) => `<h3><a href="${path}">${escaped(title)}</a></h3>`)}</section>`;
}

function teaserWithShare(site: Site, { path, title, text, author }: Article): string {
  return `<article class="teaser"><h2><a href="${path}">${escaped(title)}</a></h2><p>${escaped(text)}</p>
<span class="byline">${escaped(site.words.by)} <a href="${escaped(author.href)}">${escaped(author.name)}</a></span>
${shareButtons(site.origin + path, title)}</article>`;
}

function team({ words }: Site): string {
  const people = each(
    leaders,
    ({ name, href }) =>
      `<div class="team-member"><h4>${name}</h4><a href="${href}" title="${name}">Profile</a></div>`,
  );
  return `<section class="team"><h2>${escaped(words.team)}</h2>${people}</section>`;
}
