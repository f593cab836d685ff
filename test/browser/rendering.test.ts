import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { openBrowser } from "../../crawler/browser.ts";
import { visitFiles, withBrowser } from "./site.ts";

const shell = (script: string) =>
  new Map([
    ["/", { body: `<!doctype html><title>Acme</title><div id="root"></div><script>${script}</script>` }],
  ]);
const content = `"<p>" + "We run clinical trials. ".repeat(30) + "</p>"`;
const show = `document.getElementById("root").innerHTML = ${content};`;

withBrowser("what open shadow roots show is read", async () => {
  const script = `customElements.define("site-footer", class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: "open" }).innerHTML = '<a href="https://www.linkedin.com/company/acme-research">LinkedIn</a>';
    }
  });
  document.getElementById("root").innerHTML = ${content} + "<site-footer></site-footer>";`;
  const { claimed } = await visitFiles(shell(script));
  expect(claimed).toEqual(["https://www.linkedin.com/company/acme-research"]);
});

withBrowser("a page that leads on within its site is read where it ends", async () => {
  const files = new Map([
    ...shell(`location.replace("/en/home")`),
    ...[["/en/home", { body: `<title>Home</title><p>${"Trials. ".repeat(60)}</p>` }] as const],
  ]);
  const { visit } = await visitFiles(files);
  expect(visit).toMatchObject({ outcome: "visited", finalUrl: "http://www.acme.test/en/home" });
});

withBrowser("a page whose scripts never end costs its time and no more", async () => {
  const { visit } = await visitFiles(shell("for (;;);"), { world: { browser: { pageMs: 3_000 } } });
  expect(visit).toMatchObject({ outcome: "partial", reason: "page_failed" });
  expect(visit.captures[0]).toMatchObject({ via: "http", outcome: "partial" });
});

withBrowser("a page that asks without end is read as far as it came", async () => {
  const script = `${show} let n = 0; const ask = () => fetch("/more/" + n++).finally(ask); ask();`;
  const { visit, arrived } = await visitFiles(shell(script), { world: { browser: { pageMs: 8_000 } } });
  expect(visit).toMatchObject({ outcome: "partial", reason: "budget" });
  expect(visit.captures[0]?.via).toBe("browser");
  expect(arrived.filter((path) => path.includes("/more/")).length).toBeLessThanOrEqual(40);
});

withBrowser("a page that takes all memory brings down nothing but itself", async () => {
  const { visit } = await visitFiles(
    shell(`const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()));`),
  );
  expect(visit).toMatchObject({ outcome: "partial", reason: "page_failed" });
});

/** Ends every browser that this process started. */
function killBrowsers(): number {
  const children = readdirSync("/proc").filter((id) => /^\d+$/.test(id) && isOurBrowser(id));
  for (const id of children) process.kill(Number(id), "SIGKILL");
  return children.length;
}

function isOurBrowser(id: string): boolean {
  try {
    const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${id}/stat`, "utf8"))?.[1]);
    return parent === process.pid && /chrom/.test(readFileSync(`/proc/${id}/cmdline`, "utf8"));
  } catch {
    return false;
  }
}

withBrowser(
  "a browser killed in the middle of a page costs that page; the next one gets a new browser",
  async () => {
    let killed = 0;
    const links = ["/about", "/contact"].map((path) => `<a href='${path}'>${path.slice(1)}</a>`).join(" ");
    const app = (script: string) => ({
      body: `<!doctype html><title>Acme</title>${links}<div id="root"></div><script src="${script}"></script>`,
    });
    const files = new Map<string, { body: string; type?: string }>([
      ["/", app("/dies.js")],
      ["/about", app("/lives.js")],
      ["/dies.js", { body: show, type: "text/javascript" }],
      ["/lives.js", { body: show, type: "text/javascript" }],
    ]);
    const { visit } = await visitFiles(files, {
      onRequest: (path) => {
        if (path === "/dies.js") killed += killBrowsers();
      },
    });
    expect(killed).toBeGreaterThan(0);
    expect(visit).toMatchObject({ outcome: "partial", reason: "page_failed" });
    expect(visit.captures.map(({ via, outcome }) => `${via} ${outcome}`)).toEqual([
      "http partial",
      "browser visited",
      "http not_found",
    ]);
  },
);

withBrowser("an audit that is stopped while a page is shown says so", async () => {
  const renderer = openBrowser({ userAgent: "test", emit: () => undefined });
  const page = {
    requestedUrl: "http://www.acme.test/",
    url: "http://www.acme.test/",
    outcome: "ok" as const,
    reason: null,
    status: 200,
    headers: { "content-type": "text/html" },
    body: Buffer.from(`<script src="/app.js"></script>`),
    startedAt: "2026-09-30T12:00:00.000Z",
    finishedAt: "2026-09-30T12:00:00.100Z",
  };
  const stopped = new Error("stopped");
  await expect(renderer.render({ page }, () => Promise.reject(stopped))).rejects.toBe(stopped);
  renderer.close();
});
