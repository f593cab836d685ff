import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Exporter } from "./exporter.ts";
import { readReportInput } from "./report-input.ts";

/** `report.html`, the audit for people to look at. */
export const report: Exporter = {
  id: "report",
  title: "One self-contained page: platform grid, coverage, benchmarks, evidence, method",
  async write(published, folder) {
    // Loaded here: drawing costs half a second of loading, and most commands draw nothing.
    const { renderReport } = await import("../report/page.ts");
    const file = join(folder, "report.html");
    await writeFile(`${file}.unfinished`, renderReport(await readReportInput(published)));
    await rename(`${file}.unfinished`, file);
    return ["report.html"];
  },
};
