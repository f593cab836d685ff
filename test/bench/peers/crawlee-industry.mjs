// Crawlee on a synthetic industry: `node crawlee-industry.mjs FRAME PROXY DELAY_MS OUT`, after `npm run setup:bench`. Writes a score file.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [frame, proxy, delayMs, out] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { CheerioCrawler, Configuration, ProxyConfiguration, log } = require("@crawlee/cheerio");
const { social } = require("@crawlee/utils");

log.setLevel(log.LEVELS.OFF);
const [head, ...rows] = readFileSync(frame, "utf8").trim().split("\n");
const columns = head.split(",");
const companies = rows.map((row) => {
  const cells = row.split(",");
  return { id: cells[columns.indexOf("id")], website: cells[columns.indexOf("website")] };
});
const found = new Map(companies.map(({ id }) => [id, new Set()]));
const crawler = new CheerioCrawler(
  {
    proxyConfiguration: new ProxyConfiguration({ proxyUrls: [proxy] }),
    maxConcurrency: 32,
    maxRequestRetries: 1,
    respectRobotsTxtFile: true,
    sameDomainDelaySecs: Number(delayMs) / 1000,
    preNavigationHooks: [
      (_, options) => {
        options.useHeaderGenerator = false;
        options.headers = { "user-agent": "crawlee-bench/1.0 (+https://bench.invalid/)" };
      },
    ],
    async requestHandler({ request, body, enqueueLinks }) {
      const { id, isFurther } = request.userData;
      for (const list of Object.values(social.parseHandlesFromHtml(String(body)))) {
        for (const url of [list].flat()) found.get(id).add(url);
      }
      if (!isFurther)
        await enqueueLinks({ limit: 3, strategy: "same-domain", userData: { id, isFurther: true } });
    },
  },
  new Configuration({ persistStorage: false, purgeOnStart: false }),
);
await crawler.run(
  companies
    .filter(({ website }) => website)
    .map(({ id, website }) => ({
      url: website.includes("://") ? website : `https://${website}/`,
      uniqueKey: id,
      userData: { id, isFurther: false },
    })),
);
const lines = [...found].map(([id, urls]) => `${JSON.stringify({ company_id: id, urls: [...urls] })}\n`);
writeFileSync(out, lines.join(""));
