import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openCosts, writeCosts } from "../../cli/costs.ts";

test("the costs of several runs are added up by observer and unit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "costs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "journal"));
  for (const units of [100, 12]) {
    const costs = openCosts({ folder });
    costs.listen({ type: "note", text: "nothing was spent on this" });
    costs.listen({ type: "spent", spending: { observer: "x_lookup", unit: "user read", units } });
    costs.listen({ type: "spent", spending: { observer: "youtube_data_api", unit: "quota unit", units: 1 } });
    costs.close();
  }
  const written: unknown[] = [];
  await writeCosts({
    folder,
    async write(_, records) {
      for await (const record of records) written.push(record);
    },
  });
  expect(written).toEqual([
    { observer: "x_lookup", unit: "user read", answers: 2, units: 112, usd: 1.12 },
    { observer: "youtube_data_api", unit: "quota unit", answers: 2, units: 2, usd: 0 },
  ]);
});
