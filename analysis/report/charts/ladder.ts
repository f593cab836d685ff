import { barX } from "@observablehq/plot";
import type { Activity } from "../../../datasets/schema.ts";
import { type Chart, draw, ink } from "../chart.ts";
import type { ReportModel } from "../model.ts";
import { sourceLine } from "./source.ts";

/** When the accounts of each platform last posted, the unreadable ones included: a bar a platform. Null without an account. */
export function ladderChart(model: ReportModel): Chart | null {
  const counted = model.views.flatMap(({ accounts }) => accounts.filter(({ counts }) => counts));
  const used = model.platforms.filter(
    ({ id, group }) => group !== "closed_down" && counted.some(({ account }) => account.platform === id),
  );
  if (used.length === 0) return null;
  const rows = used.flatMap(({ id, name }) =>
    rungs.map(([rung, activities, fill]) => ({
      platform: name,
      rung,
      fill,
      accounts: counted.filter(
        ({ account, cadence }) =>
          account.platform === id && activities.includes(cadence?.activity ?? "unobservable"),
      ).length,
    })),
  );
  const unread = rows
    .filter(({ rung }) => rung === "could not be read")
    .reduce((sum, row) => sum + row.accounts, 0);
  const finding = `${unread} of ${counted.length} accounts could not be read; of the others one sees when they last posted`;
  const svg = draw(
    finding,
    [barX(rows, { x: "accounts", y: "platform", fill: "fill", order: null, inset: 0.5 })],
    {
      height: 95 + used.length * 30,
      marginBottom: 45,
      marginLeft: 200,
      marginTop: 34,
      x: { label: "accounts", grid: true },
      y: { label: null, domain: used.map(({ name }) => name) },
      color: { type: "identity" },
      legend: rungs.map(([rung, , fill]) => [rung, fill]),
    },
  );
  return {
    id: "chart-ladder",
    finding,
    svg,
    heads: ["Platform", "Last post", "Accounts"],
    rows: rows.map(({ platform, rung, accounts }) => [platform, rung, accounts]),
    source: sourceLine(model, `n = ${counted.length} accounts`, "cadences.csv"),
  };
}

const rungs: readonly (readonly [rung: string, activities: readonly Activity[], fill: string])[] = [
  ["within 30 days", ["active"], ink.posting],
  ["30 to 90 days ago", ["slowing"], ink.slow],
  ["longer ago", ["quiet", "dormant", "abandoned"], ink.silent],
  ["never, or account gone", ["empty", "gone"], ink.absent],
  ["could not be read", ["unobservable"], ink.unknown],
];
