import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openArchive } from "../../crawler/evidence/archive.ts";
import { recording } from "../../crawler/evidence.ts";
import { about, inFolder } from "./evidence/folder.ts";
import { serve, withWorld } from "./loopback.ts";
import { quietEffects } from "./quiet-effects.ts";

test("every exchange is kept before its answer is used, and the answer says where", () =>
  inFolder(async (folder) => {
    const archive = await openArchive(folder, about);
    const server = serve((request, response) => {
      response.writeHead(request.url === "/old" ? 301 : 200, request.url === "/old" ? { location: "/" } : {});
      response.end(`page ${request.url}`);
    });
    const answers = await withWorld(
      server,
      async (world) => {
        const effects = recording(world, { archive, mode: "reduced", secrets: [] });
        const ask = (path: string) => effects.fetch({ url: `http://acme.test${path}`, kind: "page" });
        return [await ask("/old"), await ask("/")];
      },
      { tellWire: true },
    );
    archive.close();
    for (const { evidence, wire, url } of answers) {
      expect(wire).toBeUndefined();
      const bytes = readFileSync(join(folder, evidence?.file ?? "")).subarray(evidence?.offset ?? 0);
      expect(gunzipSync(bytes).toString()).toContain(`WARC-Target-URI: ${url}\r\n`);
    }
  }));

test("what was refused before anything left is no exchange", () =>
  inFolder(async (folder) => {
    const archive = await openArchive(folder, about);
    const web = { "https://acme.test/": { outcome: "guarded" as const, status: null, sent: false } };
    const effects = recording(quietEffects(web), { archive, mode: "reduced", secrets: [] });
    const answer = await effects.fetch({ url: "https://acme.test/", kind: "page" });
    archive.close();
    expect(answer.evidence).toBeUndefined();
  }));
