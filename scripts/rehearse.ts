/**
 * `npm run rehearse -- PAGES_DIR [OUT]`: serves saved real pages on loopback, each under its own host and path, audits them as a frame,
 * and scores what was found against their labels. Real pages through the real crawler; nothing leaves this machine.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { main } from "../cli/index.ts";
import { processTerminal } from "../cli/terminal.ts";
import { readDelimited } from "../datasets/delimited.ts";
import { createAuthority } from "../datasets/synthetic/tls.ts";

const terminal = processTerminal();
const [corpus = "", out = "out/rehearsal"] = process.argv.slice(2);
if (!existsSync(join(corpus, "labels.csv"))) {
  terminal.tell(
    `${corpus || "PAGES_DIR"}: holds no labels.csv. Name a folder with labels.csv and pages/NNN.html\n`,
  );
  process.exit(2);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
process.exitCode = await rehearse();

async function rehearse(): Promise<number> {
  const sites = sitesOf(corpus);
  const rows = [...sites].map(([page, url]) => [page, new URL(url).host, url]);
  writeFileSync(join(out, "frame.csv"), stringify([["id", "name", "website"], ...rows]));
  const authority = await createAuthority((host) => host);
  writeFileSync(join(out, "ca.pem"), authority.ca);
  const answer = answerWith(pagesOf(sites));
  const https = createSecureServer(
    {
      SNICallback: (host, done) =>
        void authority.contextFor(host).then((context) => done(null, context), done),
    },
    answer,
  );
  const servers = [createServer(answer), https] as const;
  const [http, secure] = [await listen(servers[0]), await listen(servers[1])];
  const rules = [`:80:127.0.0.1:${http}`, `:443:127.0.0.1:${secure}`].flatMap((rule) => [
    "--connect-to",
    rule,
  ]);
  const options = [
    "--out",
    out,
    "--ca",
    join(out, "ca.pem"),
    "--delay-ms",
    "20",
    "--pages-per-site",
    "1",
    ...rules,
  ];
  try {
    const code = await main(["crawl", join(out, "frame.csv"), ...options], terminal);
    return code === 0
      ? await main(
          ["score", out, join(corpus, "labels.csv"), "--ambiguous", join(corpus, "ambiguous.csv")],
          terminal,
        )
      : code;
  } finally {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  }
}

/** Page number -> the address it was saved from. */
function sitesOf(folder: string): Map<string, string> {
  const { rows } = readDelimited(readFileSync(join(folder, "labels.csv")), "labels.csv");
  return new Map(rows.map(({ cells }) => [cells["page"] ?? "", cells["site_url"] ?? ""]));
}

/** Host and path, as a request names them -> the saved page. */
function pagesOf(sites: ReadonlyMap<string, string>): Map<string, Buffer> {
  return new Map(
    [...sites].map(([page, address]) => {
      const { host, pathname, search } = new URL(address);
      return [`${host}${pathname}${search}`, readFileSync(join(corpus, "pages", `${page}.html`))];
    }),
  );
}

/** Without a charset in the header: the bytes have to say it, as they would from a file. */
function answerWith(pages: ReadonlyMap<string, Buffer>) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const page = pages.get(`${request.headers.host ?? ""}${request.url ?? ""}`);
    response
      .writeHead(page ? 200 : 404, { "content-type": page ? "text/html" : "text/plain" })
      .end(page ?? "not here");
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}
