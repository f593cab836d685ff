// The same job done with Crawlee: `node crawlee.mjs SITES PORT CONCURRENCY OUT`, after `npm run setup:bench`.
import dns from "node:dns";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [sites, port, concurrency, out] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { CheerioCrawler, Configuration, log } = require("@crawlee/cheerio");
const { social } = require("@crawlee/utils");

dns.lookup = (_host, options, callback) => {
  const answer = typeof options === "function" ? options : callback;
  if (options?.all) answer(null, [{ address: "127.0.0.1", family: 4 }]);
  else answer(null, "127.0.0.1", 4);
};

log.setLevel(log.LEVELS.OFF);
const found = new Map();
const crawler = new CheerioCrawler(
  {
    maxConcurrency: Number(concurrency),
    respectRobotsTxtFile: true,
    maxRequestRetries: 1,
    async requestHandler({ request, body, enqueueLinks }) {
      const { host } = new URL(request.url);
      const urls = found.get(host) ?? new Set();
      found.set(host, urls);
      for (const list of Object.values(social.parseHandlesFromHtml(String(body)))) {
        for (const url of [list].flat()) urls.add(url);
      }
      if (request.userData.isFurther) return;
      const globs = ["about", "contact", "news"].map((page) => `http://${host}/${page}{,/}`);
      await enqueueLinks({ globs, userData: { isFurther: true } });
    },
  },
  new Configuration({ persistStorage: false, purgeOnStart: false }),
);
const starts = Array.from(
  { length: Number(sites) },
  (_, i) => `http://site${String(i + 1).padStart(5, "0")}.test:${port}/`,
);
await crawler.run(starts);
writeFileSync(
  out,
  [...found]
    .map(([host, urls]) => `${JSON.stringify({ host: host.replace(/:.*/, ""), urls: [...urls] })}\n`)
    .join(""),
);
