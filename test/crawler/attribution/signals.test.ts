import { expect, test } from "vitest";
import { signals } from "../../../crawler/attribution/signals.ts";
import { judge } from "../site.ts";

/** The only account of some HTML: whether it is own, and why. */
function verdictOn(html: string, url = "https://www.acme.example/news/study-results") {
  const [ownership, ...others] = judge([url, html]).values();
  if (ownership === undefined || others.length > 0) throw new Error(`expected one account in ${html}`);
  return ownership;
}

const link = (label = "X", handle = "somebody") => `<a href="https://x.com/${handle}">${label}</a>`;
const linkedData = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const somebody = "https://x.com/somebody";

test("reasons are named once, and every weight is a number other than 0", () => {
  expect(new Set(signals.map(({ reason }) => reason)).size).toBe(signals.length);
  expect(signals.every(({ weight }) => Number.isFinite(weight) && weight !== 0)).toBe(true);
});

test.each([
  ["jsonld_publisher", linkedData({ "@type": "Organization", sameAs: somebody })],
  ["publisher_meta", '<meta name="twitter:site" content="@somebody">'],
  ["publisher_meta", `<link rel="publisher" href="${somebody}">`],
  ["rel_me", `<link rel="me" href="${somebody}">`],
  ["follow_widget", `<a class="twitter-timeline" href="${somebody}">Posts</a>`],
  ["microdata", `<div><link itemprop="sameAs" href="${somebody}"></div>`],
  ["site_region", `<footer>${link()}</footer>`],
  ["side_column", `<aside>${link()}</aside>`],
  ["social_block", `<div class="social">${link()}</div>`],
  ["social_block", `<div><h3>Follow us</h3>${link()}</div>`],
  ["platform_label", `<div>${link("Folgen Sie uns auf Twitter")}</div>`],
  ["platform_label", `<div>${link('<i class="fa fa-twitter"></i>')}</div>`],
  [
    "social_setting",
    `<script type="application/json">{"footer": {"socialLinks": [{"url": "https://x.com/acme"}]}}</script>`,
  ],
  ["platform_setting", `<script>settings = {twitterUrl: "https://x.com/acme"}</script>`],
  ["name_matches", `<div>${link("our news", "acme_research")}</div>`],
  ["name_resembles", `<div class="widget">${link("X", "resear99")}</div>`],
])("%s speaks for an account: %s", (reason, html) => {
  const { own, reasons } = verdictOn(html);
  expect(reasons).toContain(reason);
  expect(own).toBe("true");
});

test.each([
  [
    "jsonld_somebody_else",
    linkedData({ "@type": "NewsArticle", author: { "@type": "Person", sameAs: somebody } }),
  ],
  ["jsonld_person", linkedData({ "@type": "Person", sameAs: somebody })],
  ["author_meta", '<meta name="twitter:creator" content="@somebody">'],
  ["in_script", `<script>load("${somebody}")</script>`],
  ["author_setting", `<script type="application/json">{"authors":[{"twitter":"${somebody}"}]}</script>`],
  ["name_differs", `<div>${link("a story")}</div>`],
  ["template_account", `<footer>${link("X", "yourpage")}</footer>`],
  ["in_running_text", `<main><p>${"Many words of running text. ".repeat(6)}${link("Jane")}</p></main>`],
  ["in_article", `<article><div>${link()}</div></article>`],
  ["author_box", `<div class="byline">${link()}</div>`],
  ["author_box", `<footer><p>Photo: ${link()}</p></footer>`],
  ["comment", `<div id="comments">${link()}</div>`],
  ["embedded_post", `<aside><ul class="tweets"><li>${link("@somebody")}</li></ul></aside>`],
  ["team", `<footer><div class="team">${link()}</div></footer>`],
  ["partner", `<div class="sponsors">${link()}</div>`],
  ["credit", `<footer><p>Website by ${link("Studio Somebody")}</p></footer>`],
  ["list_of_others", `<aside><ul class="blogroll"><li>${link("Somebody")}</li></ul></aside>`],
  ["share_label", `<div>${link("Share on X")}</div>`],
])("%s speaks against an account: %s", (reason, html) => {
  const { own, reasons } = verdictOn(html);
  expect(reasons).toContain(reason);
  expect(own).toBe("false");
});

test("many accounts of one platform in a list are others", () => {
  const list = ["jane", "john", "mary"].map((name) => `<li>${link(name, name)}</li>`).join("");
  const judged = [...judge(`<aside><ul>${list}</ul></aside>`).values()];
  expect(judged.map(({ own }) => own)).toEqual(["false", "false", "false"]);
  expect(judged[0]?.reasons).toContain("many_of_one_platform");
});

test("what an article says on a page about the company counts as the company's", () => {
  const html = `<article><div>${link()}</div></article>`;
  expect(verdictOn(html, "https://www.acme.example/contact").own).toBe("true");
});

test("a feed that the page links is its own", () => {
  expect(verdictOn('<link rel="alternate" type="application/rss+xml" href="/feed">').reasons).toEqual([
    "feed_link",
  ]);
});
