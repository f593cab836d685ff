import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openArchive } from "../../../crawler/evidence/archive.ts";
import { archivedEffects, gatherArchives } from "../../../crawler/evidence/archived-web.ts";
import { readStored } from "../../../crawler/evidence/stored.ts";
import { about, inFolder } from "./folder.ts";

function warc(
  ...records: readonly (readonly [url: string, date: string, status: number, extra: string])[]
): string {
  return records
    .map(([url, date, status, extra]) => {
      const isPage = status === 200;
      const head = `HTTP/1.1 ${status} X\r\nContent-Type: text/html\r\n${isPage ? "" : `Location: ${extra}\r\n`}\r\n`;
      const block = head + (isPage ? extra : "");
      return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${date}\r\nContent-Type: application/http\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
    })
    .join("");
}

/** The world that an archive holds. */
function inArchive(
  text: string,
  act: (effects: ReturnType<typeof archivedEffects>, answers: number) => Promise<void>,
) {
  return inFolder(async (folder) => {
    const path = join(folder, "a.warc");
    writeFileSync(path, text);
    const archive = await openArchive(folder, about);
    const web = await gatherArchives([path], () => true, archive);
    await act(
      archivedEffects(web, (place) => readStored(folder, place)),
      web.answers,
    );
    archive.close();
  });
}

const day = (n: number) => `2024-05-0${n}T00:00:00Z`;

test("the newest page of an address answers, by whatever spelling, at its own instant", () =>
  inArchive(
    warc(
      ["http://www.acme.test/", day(1), 200, "old"],
      ["http://www.acme.test/", day(3), 200, "new"],
      ["https://acme.test", day(4), 301, "https://www.acme.test/"],
    ),
    async (effects, answers) => {
      expect(answers).toBe(3);
      const answer = await effects.fetch({ url: "https://acme.test/", kind: "page" });
      expect(answer).toMatchObject({
        outcome: "ok",
        url: "http://www.acme.test/",
        finishedAt: "2024-05-03T00:00:00.000Z",
      });
      expect(Buffer.from(answer.body).toString()).toBe("new");
      expect(effects.now()).toBe("2024-05-03T00:00:00.000Z");
    },
  ));

test("redirects are followed within the archive, and circles end", () =>
  inArchive(
    warc(
      ["https://acme.test/a", day(1), 302, "/b"],
      ["https://acme.test/b", day(2), 200, "there"],
      ["https://acme.test/c", day(1), 302, "/c"],
    ),
    async ({ fetch }) => {
      const there = await fetch({ url: "https://acme.test/a", kind: "page" });
      expect(there).toMatchObject({
        requestedUrl: "https://acme.test/a",
        url: "https://acme.test/b",
        trail: ["https://acme.test/a", "https://acme.test/b"],
      });
      expect(await fetch({ url: "https://acme.test/c", kind: "page" })).toMatchObject({
        outcome: "too_many_redirects",
      });
    },
  ));

test("what the archive does not hold is a failure that says so", () =>
  inArchive(warc(["https://acme.test/", day(1), 200, "home"]), async ({ fetch }) => {
    const answer = await fetch({ url: "https://acme.test/about", kind: "page" });
    expect(answer).toMatchObject({ outcome: "connect_error", reason: "not_in_evidence", sent: false });
  }));
