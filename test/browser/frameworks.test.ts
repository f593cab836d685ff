import { expect } from "vitest";
import { accounts, buildSite, frameworks } from "./apps.ts";
import { visitFiles, withBrowser } from "./site.ts";

const own = [...accounts].sort();

for (const framework of frameworks) {
  withBrowser(`the accounts of a site made with ${framework} are found in a browser, politely`, async () => {
    const { visit, claimed, ledger, arrived } = await visitFiles(await buildSite(framework), {
      config: { pagesPerSite: 1 },
    });
    expect(visit).toMatchObject({ outcome: "visited", reason: null });
    expect(visit.captures[0]).toMatchObject({
      via: "browser",
      outcome: "visited",
      status: 200,
      title: "Acme Research",
    });
    expect(claimed).toEqual(own);
    const parts = ledger.filter(({ kind }) => kind === "subresource");
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.every(({ robots, delayMs }) => robots === "allowed" && delayMs === 100)).toBe(true);
    const starts = ledger.slice(2).map(({ startedAt }) => Date.parse(startedAt ?? ""));
    expect(starts.every((start, index) => index === 0 || start - (starts[index - 1] ?? 0) >= 100)).toBe(true);
    expect(arrived.filter((path) => path === "www.acme.test/")).toHaveLength(1);
    expect(arrived.every((path) => path.startsWith("www.acme.test/"))).toBe(true);
  });

  withBrowser(
    `without rendering a site made with ${framework} needs a browser, and none of its scripts is asked for`,
    async () => {
      const { visit, claimed, ledger } = await visitFiles(await buildSite(framework), {
        config: { pagesPerSite: 1, render: "never" },
      });
      expect(visit).toMatchObject({ outcome: "partial", reason: "needs_browser" });
      expect([claimed, ledger.map(({ path }) => path)]).toEqual([[], ["/robots.txt", "/"]]);
    },
  );
}
