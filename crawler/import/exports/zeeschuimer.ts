import type { ArchiveExport } from "./export.ts";
import { firstText, jsonOf, textOf } from "./lines.ts";

/** Where the objects that each platform's pages work with hold account and instant; posts without one go by their id. */
const shapes: Readonly<
  Record<string, { platform: string; account: string[]; id: string[]; time: string[] }>
> = {
  "tiktok.com": {
    platform: "tiktok",
    account: ["author.uniqueId", "author"],
    ...{ id: ["id"], time: ["createTime"] },
  },
  "instagram.com": {
    platform: "instagram",
    account: ["user.username", "owner.username"],
    ...{ id: ["code", "id"], time: ["taken_at", "taken_at_timestamp"] },
  },
  "twitter.com": {
    platform: "x",
    account: [
      "core.user_results.result.core.screen_name",
      "core.user_results.result.legacy.screen_name",
      "user.screen_name",
    ],
    ...{ id: ["rest_id", "legacy.id_str", "id"], time: ["legacy.created_at"] },
  },
  "linkedin.com": {
    platform: "linkedin",
    account: ["actor.navigationContext.actionTarget", "actor.navigationUrl"],
    ...{ id: ["updateMetadata.urn", "metadata.backendUrn", "urn"], time: ["createdAt"] },
  },
  "threads.net": {
    platform: "threads",
    account: ["user.username"],
    ...{ id: ["code", "id"], time: ["taken_at"] },
  },
};

/** Posts that a researcher's browser was shown, as Zeeschuimer keeps them: one JSON object a line, the platform's own inside. */
export const zeeschuimer: ArchiveExport = {
  id: "zeeschuimer",
  title: "Zeeschuimer, NDJSON",
  platform: null,
  open(bytes) {
    const start = Buffer.from(bytes.subarray(0, 2_000_000)).toString("utf8").split("\n", 1)[0] ?? "";
    if (firstText(jsonOf(start), ["source_platform"]) === "") return null;
    const lines = (textOf(bytes) ?? "").split("\n");
    return { headers: ["platform", "account", "post_id", "posted_at"], rows: rowsOf(lines) };
  },
};

function* rowsOf(lines: readonly string[]) {
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const record = jsonOf(line);
    const source = firstText(record, ["source_platform"]).replace("x.com", "twitter.com");
    const shape = Object.hasOwn(shapes, source) ? shapes[source] : undefined;
    const read = (paths: readonly string[]) =>
      firstText(
        record,
        paths.map((path) => `data.${path}`),
      );
    const said = shape
      ? {
          platform: shape.platform,
          account: read(shape.account),
          post_id: read(shape.id).replace(/^urn:li:activity:/, ""),
          posted_at: read(shape.time),
        }
      : { platform: source || "(no JSON)", account: "unknown", post_id: "", posted_at: "" };
    const cells = Object.fromEntries(Object.entries(said).filter(([, cell]) => cell !== ""));
    yield { row: index + 1, cells };
  }
}
