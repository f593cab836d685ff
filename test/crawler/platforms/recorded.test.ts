/**
 * Answers of real servers, recorded by others: each is put before the observer it belongs to. The recordings are not part of this
 * project; `RECORDED=FOLDER` names a folder of them with a SOURCES.csv (file, platform, endpoint).
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { load } from "cheerio/slim";
import { expect, test } from "vitest";
import { readDelimited } from "../../../datasets/delimited.ts";
import { Observation } from "../../../datasets/schema.ts";
import { accountOn, withToken } from "./observers/fixture.ts";
import { isRefusal, type Rehearsal, rehearsalOf } from "./rehearsal.ts";

const folder = process.env["RECORDED"] ?? "../shared/platforms/recorded";
const sources = join(folder, "SOURCES.csv");
if (!existsSync(sources))
  console.warn(
    `SKIPPED: ${sources} is missing, so no recorded answers are read. Name a folder: RECORDED=...`,
  );

/** Texts that somebody wrote: long enough not to stand in an id by chance. */
function textsIn(body: string): string[] {
  const written =
    /^(text|full_text|content|content_html|content_text|title|summary|description|message|caption|displayName|display_name|name|note|alt)$/;
  const found: string[] = [];
  if (!/^\uFEFF?\s*[[{]/.test(body)) {
    const $ = load(body, { xml: true });
    $(
      "title, description, summary, content, content\\:encoded, dc\\:creator, .tgme_widget_message_text",
    ).each((_, element) => void found.push($(element).text().trim()));
  } else {
    reading(body, (key, value) => {
      if (typeof value === "string" && written.test(key)) found.push(value);
    });
  }
  return found.filter((text) => text.length >= 12 && /\s/.test(text));
}

function reading(body: string, tell: (key: string, value: unknown) => void): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ""), (key, value: unknown) => {
      tell(key, value);
      return value;
    });
  } catch {
    return undefined;
  }
}

/** The status that was recorded beside the body. */
function statusBeside(path: string): number | null {
  if (!existsSync(`${path}.meta.json`)) return null;
  const told = /"(?:status|status_code|code)"\s*:\s*"?(\d{3})\b/.exec(
    readFileSync(`${path}.meta.json`, "utf8"),
  )?.[1];
  return told === undefined ? null : Number(told);
}

/** What an observer makes of a recording. The whole of it is of interest, however old it is. */
async function rehearse(
  file: string,
  { platform, observer, answer, ...more }: Rehearsal,
): Promise<Observation> {
  const account = accountOn(
    platform,
    more.account ?? `recorded@${file}`,
    "https://recorded.example/@recorded",
  );
  const { effects } = withToken(more.token ?? "none", answer);
  const period = { from: "2000-01-01T00:00:00.000Z", to: effects.now() };
  return Observation.parse(await observer.observe(account, period, effects));
}

function summaryOf({ posts, ...about }: Observation) {
  const { observer, status, reason, sided, counters, lastPostAt, countedPosts, window } = about;
  const kinds = Object.fromEntries(
    posts.map(({ kind }) => [kind, posts.filter((post) => post.kind === kind).length]),
  );
  return {
    observer,
    status,
    reason,
    sided,
    posts: posts.length,
    kinds,
    counters,
    countedPosts,
    lastPostAt,
    from: window.from,
  };
}

const rows = existsSync(sources) ? readDelimited(readFileSync(sources), "SOURCES.csv").rows : [];

test.skipIf(rows.length === 0)(
  `recorded answers are read without their texts (RECORDED=${folder})`,
  async () => {
    const found: unknown[] = [];
    for (const { file = "", endpoint = "", platform = "" } of rows.map(({ cells }) => cells)) {
      const path = join(folder, basename(file));
      if (file.endsWith(".meta.json") || !existsSync(path)) continue;
      const bytes = readFileSync(path);
      const recorded = bytes.toString("utf8");
      const status = statusBeside(path);
      const rehearsal = rehearsalOf({ platform, endpoint, bytes, status });
      if (rehearsal === null) {
        found.push({ file, platform, skipped: "no observer reads such an answer" });
        continue;
      }
      const observation = await rehearse(file, rehearsal);
      const said = JSON.stringify(observation);
      for (const text of textsIn(recorded)) {
        expect(said.includes(JSON.stringify(text).slice(1, -1)), `${file}: ${text}`).toBe(false);
      }
      const isWhole = !isRefusal(reading(recorded, () => undefined)) && (status ?? 200) < 400;
      if (isWhole && !/<html\b/i.test(recorded)) expect.soft(observation.reason, file).not.toBe("malformed");
      found.push({ file, platform, ...summaryOf(observation) });
    }
    process.stdout.write(`${found.map((line) => JSON.stringify(line)).join("\n")}\n`);
  },
);
