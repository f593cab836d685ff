import { test } from "vitest";
import { findChromium } from "../../crawler/chromium.ts";
import { findClaims } from "../../crawler/claims.ts";
import { polite } from "../../crawler/polite.ts";
import { visitSite } from "../../crawler/visit.ts";
import type { WorldOptions } from "../../crawler/world.ts";
import { AuditConfig } from "../../datasets/config.ts";
import type { RequestRecord, SiteVisit } from "../../datasets/schema.ts";
import { serve, withWorld } from "../crawler/loopback.ts";
import { company } from "../datasets/records.ts";

/** Tests that need a browser: they are told as skipped where none is installed. */
export const withBrowser = test.skipIf((await findChromium()) === null);

/** A file that a site serves. */
interface File {
  type?: string;
  body: string;
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

/** What a visit gave, and all that left for it. */
interface Seen {
  visit: SiteVisit;
  /** URLs of the accounts its pages claim. */
  claimed: string[];
  ledger: RequestRecord[];
  notes: string[];
  /** Host and path of each request that reached the server, whatever name it was meant for. */
  arrived: string[];
}

interface SiteOptions {
  config?: Partial<AuditConfig>;
  world?: Partial<WorldOptions>;
  /** Called at each request that arrives. */
  onRequest?: (path: string) => void;
}

/** Visits a site of these files, served as http://www.acme.test/ and under every other name. */
export async function visitFiles(
  files: ReadonlyMap<string, File>,
  { config = {}, world: options = {}, onRequest = () => undefined }: SiteOptions = {},
): Promise<Seen> {
  const [ledger, notes, arrived]: [RequestRecord[], string[], string[]] = [[], [], []];
  const server = serve((request, response) => {
    const path = request.url ?? "/";
    arrived.push(`${request.headers.host}${path}`);
    onRequest(path);
    const {
      status = 200,
      type = "text/html",
      body,
      headers = {},
    } = files.get(path) ?? { status: 404, body: "" };
    response.writeHead(status, { "content-type": type, ...headers }).end(body);
  });
  return await withWorld(
    server,
    async (world) => {
      const effects = polite(world, { agent: "presence-audit", delayMs: 0, concurrency: 4 });
      const stage = visitSite(AuditConfig.parse(config));
      const [visit] = await stage.run(company("acme", { website: "http://www.acme.test/" }), effects);
      if (visit === undefined) throw new Error("a company without a visit");
      const claimed = visit.captures.flatMap(findClaims).map(({ url }) => url);
      return { visit, claimed: [...new Set(claimed)].sort(), ledger, notes, arrived };
    },
    {
      emit: (event) => {
        if (event.type === "request") ledger.push(event.request);
        if (event.type === "note") notes.push(event.text);
      },
      ...options,
    },
  );
}
