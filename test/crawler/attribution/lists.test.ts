import { expect, test } from "vitest";
import { judge } from "../site.ts";

const icons = (...urls: string[]) =>
  `<div><ul>${urls.map((url) => `<li><a href="https://${url}"><i></i></a></li>`).join("")}</ul></div>`;
const gap = `<p>${"Something else is written here. ".repeat(30)}</p>`;

test("what stands in a list with two accounts known from elsewhere is own too, an author's box included", () => {
  const header = `<header>${icons("x.com/acme", "facebook.com/acme")}</header>`;
  const box = `<div class="author-box">${icons("x.com/acme", "facebook.com/acme", "flickr.com/photos/jane")}</div>`;
  expect(judge(header + gap + box).get("flickr:jane")?.own).toBe("true");
  expect(judge(gap + box).get("flickr:jane")?.own).toBe("false");
});

test("a list of strangers on platforms where the own accounts are known is a template's", () => {
  const own = `<header>${icons("x.com/acme", "facebook.com/acme")}</header>`;
  const demo = `<div class="social widget">${icons("x.com/zenith", "facebook.com/zenith", "youtube.com/@zenith")}</div>`;
  const judged = judge(own + gap + demo);
  expect(judged.get("x:acme")?.own).toBe("true");
  expect(["x:zenith", "facebook:zenith", "youtube:@zenith"].map((id) => judged.get(id)?.own)).toEqual([
    "false",
    "false",
    "false",
  ]);
  expect(judged.get("x:zenith")?.reasons[0]).toBe("beside_rivals");
});

test("a second list of accounts that bear the name is no rival", () => {
  const own = `<header>${icons("x.com/acme", "facebook.com/acme")}</header>`;
  const regional = `<footer>${icons("x.com/acme_uk", "facebook.com/acmeuk")}</footer>`;
  expect(judge(own + gap + regional).get("x:acme_uk")?.own).toBe("true");
});

test("strangers in two lists do not vouch for each other", () => {
  const box = (where: string) =>
    `<div class="${where}">${icons("x.com/zenith", "linkedin.com/company/zenith")}</div>`;
  const own = `<header>${icons("x.com/acme", "linkedin.com/company/acme")}</header>`;
  const judged = judge(own + gap + box("about") + gap + box("box"));
  expect(judged.get("x:zenith")?.own).toBe("false");
});

test("a stranger on a platform where the own account is known is somebody else's, unless the page declares it", () => {
  const own = `<header>${icons("x.com/acme", "facebook.com/acme")}</header>`;
  const player =
    '<div class="player"><a href="https://www.facebook.com/jane"><i class="fa fa-facebook"></i></a></div>';
  expect(judge(own + gap + player).get("facebook:jane")?.own).toBe("false");
  expect(judge(player).get("facebook:jane")?.own).toBe("true");
  const parent = '<meta property="article:publisher" content="https://www.facebook.com/zenith">';
  expect(judge(parent + own).get("facebook:zenith")?.own).toBe("true");
});

test("a link that is called by the name of something else is somebody else's where only a likeness speaks for it", () => {
  const list = (label: string) =>
    `<div><a href="https://www.facebook.com/zenith">${label}</a> <a href="https://x.com/orion">${label}</a></div>`;
  expect(judge(list("City Theatre")).get("facebook:zenith")?.own).toBe("false");
  expect(judge(list("Facebook")).get("facebook:zenith")?.own).toBe("true");
});
