import { expect, test } from "vitest";
import { fixesOf, footer, mended } from "./mend.ts";

const gone = { status: "gone", reason: "not_found", sided: "none" } as const;

test("an own account that is gone is dead", () => {
  expect(mended({ "/": footer() }, { observed: [["x:acme", gone]] })).toEqual([
    [
      "dead_account",
      "x:acme",
      "nothing, or the account that is in use: X (Twitter) says that this one is gone",
    ],
  ]);
});

test("an account that was gone once and is seen now lives", () => {
  const observedAt = "2026-09-30T13:00:00.000Z";
  const later = { status: "observed", observedAt } as const;
  expect(
    mended(
      { "/": footer() },
      {
        observed: [
          ["x:acme", later],
          ["x:acme", gone],
        ],
      },
    ),
  ).toEqual([]);
});

test.each(["blocked", "error", "presence_only", "opted_out", "rate_limited"] as const)(
  "an account that could not be seen (%s) is not called dead",
  (status) => {
    expect(mended({ "/": footer() }, { observed: [["x:acme", { ...gone, status }]] })).toEqual([]);
  },
);

test("a platform that closed is told as such, once", () => {
  const plus = footer('<li><a href="https://plus.google.com/+acme" title="Google+"></a></li>');
  const observed = [["googleplus:+acme", { ...gone, reason: "closed_platform" }]] as const;
  expect(mended({ "/": plus }, { observed }).map(([kind]) => kind)).toEqual(["closed_platform"]);
});

test("an account that moved is told with its new address where the server gives one", () => {
  const moved = (reason: string) => ({ ...gone, status: "moved", reason }) as const;
  const advice = (reason: string) => mended({ "/": footer() }, { observed: [["x:acme", moved(reason)]] });
  expect(advice("moved_to https://mastodon.social/@acme_new")).toEqual([
    ["old_handle", "x:acme", "https://mastodon.social/@acme_new"],
  ]);
  expect(advice("handle_changed")[0]?.[2]).toContain("new name");
  expect(advice("moved_to acme_new")[0]?.[2]).toContain("new name");
});

test("somebody else's dead account is not the company's to mend", () => {
  const credit =
    '<footer><div class="site-credit">Website by <a href="https://twitter.com/makerstudio">@</a></div></footer>';
  const fixes = mended({ "/": footer() + credit }, { observed: [["x:makerstudio", gone]] });
  expect(fixes.map(([kind]) => kind)).toEqual(["agency_account"]);
});

test("the evidence is the link that visitors see", () => {
  const head = '<head><meta name="twitter:site" content="@acme"></head>';
  const [fix] = fixesOf({ "/": head + footer() }, { observed: [["x:acme", gone]] });
  expect(fix?.evidence).toMatchObject({ kind: "link", region: "footer", href: "https://x.com/acme" });
});
