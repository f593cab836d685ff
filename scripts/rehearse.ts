/** `npm run rehearse -- PAGES_DIR [OUT]`: serves saved real pages on loopback, each under its own host and path, and audits them. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { main } from "../cli/index.ts";
import { processTerminal } from "../cli/terminal.ts";
import { readDelimited } from "../datasets/delimited.ts";
import { reopenSnapshot } from "../datasets/snapshot.ts";
import { createAuthority } from "../datasets/synthetic/tls.ts";

const [corpus = "", out = "out/rehearsal"] = process.argv.slice(2);
if (!existsSync(join(corpus, "labels.csv"))) {
  process.stderr.write(
    `${corpus || "PAGES_DIR"}: holds no labels.csv. Name a folder with labels.csv and pages/NNN.html\n`,
  );
  process.exit(2);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** Page number -> the address it was saved from. */
const sites = new Map(
  readDelimited(readFileSync(join(corpus, "labels.csv")), "labels.csv").rows.map(({ cells }) => [
    cells["page"] ?? "",
    cells["site_url"] ?? "",
  ]),
);
/** Host and path as a request names them -> the saved page. */
const pages = new Map(
  [...sites].map(([page, url]) => {
    const { host, pathname, search } = new URL(url);
    return [`${host}${pathname}${search}`, readFileSync(join(corpus, "pages", `${page}.html`))];
  }),
);

const frame = join(out, "frame.csv");
writeFileSync(
  frame,
  stringify([["id", "name", "website"], ...[...sites].map(([page, url]) => [page, new URL(url).host, url])]),
);
const authority = await createAuthority((host) => host);
writeFileSync(join(out, "ca.pem"), authority.ca);

function answer(request: IncomingMessage, response: ServerResponse): void {
  const page = pages.get(`${request.headers.host ?? ""}${request.url ?? ""}`);
  // No charset: the page's own bytes have to say it, as they would from a file.
  response
    .writeHead(page ? 200 : 404, { "content-type": page ? "text/html" : "text/plain" })
    .end(page ?? "not here");
}

const context = (
  host: string,
  done: (error: Error | null, found?: Awaited<ReturnType<typeof authority.contextFor>>) => void,
) => void authority.contextFor(host).then((found) => done(null, found), done);
const listen = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(portOf(server.address())));
  });
const portOf = (address: AddressInfo | string | null) =>
  typeof address === "object" && address ? address.port : 0;

const http = createServer(answer);
const https = createSecureServer({ SNICallback: context }, answer);
const connectTo = [`:80:127.0.0.1:${await listen(http)}`, `:443:127.0.0.1:${await listen(https)}`];
const rules = connectTo.flatMap((rule) => ["--connect-to", rule]);
const options = ["--out", out, "--ca", join(out, "ca.pem"), "--delay-ms", "20", ...rules];
const code = await main(["crawl", frame, ...options], processTerminal());
for (const server of [http, https]) {
  server.close();
  server.closeAllConnections();
}
if (code === 0)
  await main(
    ["score-audit", out, join(corpus, "labels.csv"), "--ambiguous", join(corpus, "ambiguous.csv")],
    processTerminal(),
  );
process.exitCode = code;
void reopenSnapshot;
