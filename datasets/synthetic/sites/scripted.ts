import { type Answer, html, json, notFound, text } from "../answer.ts";
import { renderPage } from "./page.ts";
import type { Site } from "./site.ts";

const script = "/assets/index-BfX31k9q.js";
const data = "/page-data";

/** What every page of a site of one script is before the script has run. */
const emptyShell = (
  name: string,
) => `<!doctype html><html><head><meta charset="utf-8"><title>${name}</title></head>
<body><div id="root"></div><script type="module" src="${script}"></script></body></html>`;

/** Asks for what the page holds and puts it in its place, as single-page applications do. */
const application = `const answer = await fetch("${data}" + location.pathname);
const { page } = await answer.json();
const shown = new DOMParser().parseFromString(page, "text/html");
document.replaceChild(document.adoptNode(shown.documentElement), document.documentElement);
`;

/** What a site answers that is one script: the same shell everywhere, the script, and the pages as data. */
export function answerScripted(site: Site, path: string, seed: number): Answer {
  if (path === script) return text(application, "text/javascript; charset=utf-8");
  if (!path.startsWith(`${data}/`)) return html(emptyShell(site.name));
  const page = renderPage(site, path.slice(data.length), seed);
  return page === null ? notFound : json({ page });
}
