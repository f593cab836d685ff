import { compile } from "svelte/compiler";
import { build, type Plugin } from "vite";

/** Files of a built site by path. */
export type BuiltSite = ReadonlyMap<string, { type: string; body: string }>;

/** The accounts that every app shows once its scripts have run, and nowhere before. */
export const accounts = [
  "https://www.linkedin.com/company/acme-research",
  "https://bsky.app/profile/acme.test",
];

const links = `[["LinkedIn", "${accounts[0]}"], ["Bluesky", "${accounts[1]}"]]`;
const words = "We run clinical trials in oncology for sponsors in forty countries. ";
const pages =
  '[["About us", "/about"], ["Contact", "/contact"], ["News", "/news"], ["Careers", "/careers"], ["Home", "/"]]';

/** One small company site for each framework: an entry and the modules it imports. */
const sources: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  react: {
    "main.js": `import { createRoot } from "react-dom/client";
      import { createElement as h, lazy, Suspense } from "react";
      const Footer = lazy(() => import("./footer.js"));
      const list = (entries) => entries.map(([text, href]) => h("a", { href, key: href }, text));
      createRoot(document.getElementById("root")).render(h("div", null, h("nav", null, list(${pages})),
        h("main", null, h("p", null, ${JSON.stringify(words)}.repeat(8))), h(Suspense, null, h(Footer))));`,
    "footer.js": `import { createElement as h, useEffect, useState } from "react";
      export default function Footer() {
        const [links, setLinks] = useState([]);
        useEffect(() => { fetch("/api/links.json").then((answer) => answer.json()).then(setLinks); }, []);
        return h("footer", null, links.map(([text, href]) => h("a", { href, key: href }, text)));
      }`,
  },
  vue: {
    "main.js": `import { createApp, h } from "vue";
      const list = (entries) => entries.map(([text, href]) => h("a", { href }, text));
      createApp({ data: () => ({ links: [] }),
        async mounted() { this.links = (await import("./links.js")).default; },
        render() { return [h("nav", list(${pages})), h("main", h("p", ${JSON.stringify(words)}.repeat(8))), h("footer", list(this.links))]; },
      }).mount("#root");`,
    "links.js": `export default ${links};`,
  },
  svelte: {
    "main.js": `import { mount } from "svelte"; import App from "./App.svelte"; mount(App, { target: document.getElementById("root") });`,
    "App.svelte": `<script>const pages = ${pages}; const links = ${links};</script>
      <nav>{#each pages as [text, href]}<a {href}>{text}</a>{/each}</nav>
      <main><p>{${JSON.stringify(words)}.repeat(8)}</p></main>
      <footer>{#each links as [text, href]}<a {href}>{text}</a>{/each}</footer>`,
  },
};

/** Frameworks that apps are built with. */
export const frameworks = Object.keys(sources);

/** Builds the site as its maker would: bundled, split, minified, with a shell that is empty without scripts. */
export async function buildSite(framework: string): Promise<BuiltSite> {
  const outputs = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: "error",
    plugins: [modulesOf(sources[framework] ?? {})],
    build: { write: false, rollupOptions: { input: "virtual/main.js" } },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const files = [outputs].flat().flatMap((part) => ("output" in part ? part.output : []));
  const entry = files.find((file) => file.type === "chunk" && file.isEntry)?.fileName ?? "";
  return new Map([
    ["/", { type: "text/html", body: shellOf(entry) }],
    ["/api/links.json", { type: "application/json", body: links }],
    ...files.map(
      (file) =>
        [
          `/${file.fileName}`,
          { type: "text/javascript", body: "code" in file ? file.code : String(file.source) },
        ] as const,
    ),
  ]);
}

const shellOf = (entry: string) => `<!doctype html><html lang="en"><head><title>Acme Research</title>
<script type="module" crossorigin src="/${entry}"></script></head>
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`;

function modulesOf(modules: Readonly<Record<string, string>>): Plugin {
  const nameOf = (id: string) => id.split("/").at(-1) ?? "";
  return {
    name: "modules",
    enforce: "pre",
    resolveId: (id) => (nameOf(id) in modules ? `${import.meta.dirname}/virtual/${nameOf(id)}` : null),
    load: (id) => modules[id.split("/virtual/")[1] ?? ""] ?? null,
    transform: (code, id) =>
      id.endsWith(".svelte") ? compile(code, { generate: "client", css: "injected" }).js.code : null,
  };
}
