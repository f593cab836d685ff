// Company cards, at #company=ID&account=ID.

/** @typedef {{ page: string, place: string, href: string }} Quote where a page names an account */
/** @typedef {{ id: string, platform: string, account: string, url: string, tone: string, words: string, facts: [string, string][], quotes: Quote[] }} CardAccount */
/** @typedef {{ name: string, site: string, facts: [string, string][], accounts: CardAccount[], pages: [string, string][] }} Card */

/** @type {Record<string, Card> | undefined} */
let cards;

/** The cards' data, read when the first is asked for. */
function readCards() {
  cards ??= /** @type {Record<string, Card>} */ (JSON.parse(byId("cards")?.textContent ?? "{}"));
  return cards;
}

const dialog = byId("card");

/** @param {[string, string][]} facts */
const factList = (facts) =>
  element("dl", {}, ...facts.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));

/**
 * @param {string} url
 * @param {string} label
 */
const outward = (url, label) =>
  /^https?:\/\//i.test(url) ? element("a", { href: url, rel: "noopener noreferrer nofollow" }, label) : label;

/** @param {CardAccount} account */
function accountArticle({ id, platform, account, url, tone, words, facts, quotes }) {
  return element(
    "article",
    { "data-account": id, tabindex: "-1" },
    element("h3", {}, `${platform}: `, element("bdi", {}, outward(url, account))),
    element("p", {}, element("span", { class: `state ${tone}` }, words)),
    factList(facts),
    ...quotes.map(({ page, place, href }) =>
      element("blockquote", {}, outward(page, page), ` (${place}): `, element("code", {}, href)),
    ),
  );
}

/** @param {Card} card */
function fillCard({ name, site, facts, accounts, pages }) {
  const close = element("button", { type: "button" }, "Close");
  close.addEventListener("click", () => dialog instanceof HTMLDialogElement && dialog.close());
  const title = element("h2", { id: "card-name" }, element("bdi", {}, name));
  dialog?.replaceChildren(
    element("div", { class: "bar" }, title, close),
    element("p", {}, outward(site, site)),
    factList(facts),
    ...accounts.map(accountArticle),
    element("h3", {}, `Pages asked for (${pages.length})`),
    element("ul", {}, ...pages.map(([url, words]) => element("li", {}, outward(url, url), ` – ${words}`))),
  );
}

/** Shows what the address asks for: a card, or a place that a closed block hides. */
function followAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const company = asked.get("company");
  const card = company === null ? undefined : Object.entries(readCards()).find(([id]) => id === company)?.[1];
  if (!(dialog instanceof HTMLDialogElement)) return;
  if (card === undefined) {
    if (dialog.open) dialog.close();
    const place = byId(location.hash.slice(1));
    for (let around = place?.closest("details"); around; around = around.parentElement?.closest("details"))
      around.open = true;
    place?.scrollIntoView();
    return;
  }
  fillCard(card);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  const account = [...dialog.querySelectorAll("article")].find(
    ({ dataset }) => dataset["account"] === asked.get("account"),
  );
  account?.focus();
  account?.scrollIntoView({ block: "nearest" });
}

dialog?.addEventListener("close", () => {
  if (location.hash.startsWith("#company=")) history.replaceState(null, "", "#grid");
});
dialog?.addEventListener("click", ({ target }) => {
  if (target === dialog && dialog instanceof HTMLDialogElement) dialog.close();
});
addEventListener("hashchange", followAddress);
followAddress();
