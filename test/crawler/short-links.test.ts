import { expect, test } from "vitest";
import { findClaims } from "../../crawler/claims.ts";
import { followShortLinks } from "../../crawler/short-links.ts";
import { fixture, type Told } from "./platforms/observers/fixture.ts";
import { captureOf } from "./site.ts";

const to = (location: string, status = 301): Told => ({ status, headers: { location }, body: "" });

/** Where the short links of a page lead, and the accounts that it then names. */
async function follow(html: string, answers: Record<string, Told>) {
  const { effects, asked } = fixture(({ host, pathname }) => answers[host + pathname]);
  const captures = await followShortLinks([captureOf(html)], effects);
  const accounts = captures.flatMap(findClaims).map(({ platform, account }) => `${platform}:${account}`);
  const leads = captures.flatMap(({ declares }) => declares.map(({ leadsTo }) => leadsTo));
  return { accounts, leads, asked };
}

test("a short link names the account to which its Location leads, and nobody is asked there", async () => {
  const html = '<footer><a href="https://bit.ly/3AbC" title="LinkedIn"></a></footer>';
  const { accounts, asked, leads } = await follow(html, {
    "bit.ly/3AbC": to("https://www.linkedin.com/company/Acme?trk=x"),
  });
  expect(accounts).toEqual(["linkedin:company/acme"]);
  expect(leads).toEqual(["https://www.linkedin.com/company/Acme?trk=x"]);
  expect(asked).toEqual(["https://bit.ly/3AbC"]);
});

test("shorteners of shorteners are asked in turn, but not for ever", async () => {
  const html = '<nav><a href="https://t.co/a">X</a></nav><footer><a href="https://ow.ly/a">X</a></footer>';
  const { accounts, leads, asked } = await follow(html, {
    "t.co/a": to("http://buff.ly/b", 302),
    "buff.ly/b": to("https://x.com/acme"),
    "ow.ly/a": to("https://ow.ly/b"),
    "ow.ly/b": to("https://ow.ly/c"),
    "ow.ly/c": to("https://ow.ly/a"),
  });
  expect(accounts).toEqual(["x:acme"]);
  expect(leads).toEqual(["https://x.com/acme", null]);
  expect(asked).toHaveLength(5);
});

test.each<[string, Told]>([
  ["refuses", { status: 403 }],
  ["shows a page instead", { body: "<a href='https://x.com/acme'>on</a>" }],
  ["does not answer", { status: null, outcome: "timeout" }],
  ["is closed by robots.txt", { status: null, outcome: "robots_disallowed" }],
  ["leads to no address", to("javascript:alert(1)")],
  ["leads to a post", to("https://x.com/acme/status/1234567890123456789")],
])("where a shortener %s there is no account, and no failure", async (_, answer) => {
  const { accounts } = await follow('<footer><a href="https://t.co/a">X</a></footer>', { "t.co/a": answer });
  expect(accounts).toEqual([]);
});

test("a link is asked once, ten of a site at most, those of running text and of embedded posts never", async () => {
  const links = Array.from({ length: 15 }, (_, at) => `<a href="https://t.co/${at}">X</a>`).join(" ");
  const { asked } = await follow(`<footer>${links}${links}</footer>`, {});
  expect(asked).toHaveLength(10);
  const prose = '<main><p>Our study is out, read it at <a href="https://t.co/x">t.co/x</a> today.</p></main>';
  expect((await follow(prose, {})).asked).toEqual([]);
});

test("what an earlier audit learned is not asked again", async () => {
  const capture = captureOf('<footer><a href="https://t.co/a">X</a></footer>');
  const { effects, asked } = fixture(() => to("https://x.com/acme"));
  const once = await followShortLinks([capture], effects);
  expect(await followShortLinks(once, effects)).toEqual(once);
  expect(asked).toHaveLength(1);
});
