import { barX, text } from "@observablehq/plot";
import { byCodeUnit } from "../../../datasets/order.ts";
import type { Activity } from "../../../datasets/schema.ts";
import { type Chart, draw, ink } from "../chart.ts";
import type { AccountView, ReportModel } from "../model.ts";
import { shortName } from "../words.ts";
import { type Layout, narrow, panelled, wide } from "./layout.ts";
import { sourceLine } from "./source.ts";

/**
 * When accounts last posted, the unreadable ones included: a bar a platform, a panel a segment, each bar as long as the others so
 * that shares compare. Null without an account.
 */
export function ladderChart(model: ReportModel): Chart | null {
  const rows = ladderRows(model);
  if (rows.length === 0) return null;
  const panels = [...new Set(rows.map(({ panel }) => panel))];
  const used = [...new Set(rows.map(({ short }) => short))];
  const drawn = rows
    .filter(({ accounts }) => accounts > 0)
    .map((row) => ({ ...row, share: row.accounts / row.of }));
  const totals = rows.filter(({ rung }) => rung === rungs[0]?.[0]);
  const [read, all] = [
    rows.filter(({ panel, rung }) => panel === panels[0] && rung !== unread),
    rows.filter(({ panel }) => panel === panels[0]),
  ];
  const finding = `${sum(all) - sum(read)} of ${sum(all)} accounts could not be read; of the others one sees when they last posted`;
  const drawing = (layout: Layout) => {
    const { by, scales, names } = panelled("panel", panels, layout);
    const height = used.length * 26 * (layout.isNarrow ? 1.25 * panels.length : 1);
    return draw(
      finding,
      [
        barX(drawn, { ...by, x: "share", y: "short", fill: "fill", order: null, inset: 0.5 }),
        text(totals, { ...by, x: 1, y: "short", text: "of", textAnchor: "start", dx: 4 }),
        ...names,
      ],
      {
        ...scales,
        width: layout.width,
        height: 125 + height,
        marginBottom: 45,
        marginLeft: 130,
        marginRight: 30,
        marginTop: 66,
        x: { label: "accounts, %", percent: true, domain: [0, 100], ticks: [0, 50, 100] },
        y: { label: null, domain: used },
        color: { type: "identity" },
        legend: rungs.map(([rung, , fill]) => [rung, fill]),
      },
    );
  };
  return {
    id: "chart-ladder",
    finding,
    svg: drawing(wide),
    narrow: drawing(narrow),
    heads: ["Segment", "Platform", "Last post", "Accounts", "of"],
    rows: rows.map(({ panel, platform, rung, accounts, of }) => [panel, platform, rung, accounts, of]),
    source: sourceLine(
      model,
      `n = ${sum(all)} accounts, their number at the end of each bar`,
      "cadences.csv",
    ),
  };
}

interface Row {
  /** Segment, or all. */
  panel: string;
  platform: string;
  /** The platform's name as short as a drawing wants it. */
  short: string;
  rung: string;
  fill: string;
  accounts: number;
  /** Accounts of the bar. */
  of: number;
}

const sum = (rows: readonly Row[]) => rows.reduce((total, { accounts }) => total + accounts, 0);

/** Panels beside each other that can still be read. */
const mostSegments = 3;

function ladderRows({ views, platforms }: ReportModel): Row[] {
  const segments = [...new Set(views.map(({ company }) => company.segment))].sort(byCodeUnit);
  const panels = ["all", ...(segments.length > 1 && segments.length <= mostSegments ? segments : [])];
  return panels.flatMap((panel) => {
    const counted = views
      .filter(({ company }) => panel === "all" || company.segment === panel)
      .flatMap(({ accounts }) => accounts.filter(({ counts }) => counts));
    return platforms
      .filter(({ group }) => group !== "closed_down")
      .flatMap(({ id, name }) =>
        barRows(
          panel,
          name,
          counted.filter(({ account }) => account.platform === id),
        ),
      );
  });
}

function barRows(panel: string, platform: string, accounts: readonly AccountView[]): Row[] {
  if (accounts.length === 0) return [];
  return rungs.map(([rung, activities, fill]) => ({
    ...{ panel, platform, short: shortName(platform), rung, fill, of: accounts.length },
    accounts: accounts.filter(({ cadence }) => activities.includes(cadence?.activity ?? "unobservable"))
      .length,
  }));
}

const unread = "could not be read";

const rungs: readonly (readonly [rung: string, activities: readonly Activity[], fill: string])[] = [
  ["within 30 days", ["active"], ink.posting],
  ["30 to 90 days ago", ["slowing"], ink.slow],
  ["longer ago", ["quiet", "dormant", "abandoned"], ink.silent],
  ["never, or account gone", ["empty", "gone"], ink.absent],
  [unread, ["unobservable"], ink.unknown],
];
