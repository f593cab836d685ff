import { dot, rectX, ruleX, ruleY, text } from "@observablehq/plot";
import { medianInterval, quantile } from "../../estimates/quantiles.ts";
import { tiersOf } from "../../estimates/ranks.ts";
import { type Chart, draw, ink, labelOf } from "../chart.ts";
import type { ReportModel } from "../model.ts";
import { weekly } from "../words.ts";
import { atRow, type Layout, lowered, narrow, rowNames, rowSizes, wide } from "./layout.ts";
import { sourceLine } from "./source.ts";

/**
 * Posts a week with intervals on one platform, one row an account, in tiers: accounts whose intervals allow either order share
 * one. Null where fewer than two rates are known.
 */
export function ratesChart(model: ReportModel, platform: { id: string; name: string }): Chart | null {
  const rates = rateRows(model, platform.id);
  if (rates.length < 2) return null;
  const tiers = tiersOf(rates.map(({ low, high }): [number, number] => [low, high]));
  const rows = rates
    .map((rate, index) => ({ ...rate, tier: tiers[index] ?? 1 }))
    .sort((a, b) => a.tier - b.tier || b.rate - a.rate);
  const tierCount = Math.max(...tiers);
  const shown = rows.slice(0, mostRows);
  const finding = `On ${platform.name} the ${rows.length} accounts that could be read post ${weekly(rates.at(-1)?.rate ?? 0)} to ${weekly(rates[0]?.rate ?? 0)} times a week${tierCount === 1 ? "; each interval overlaps with the next, so that there are no tiers" : ` and fall into ${tierCount} tiers`}`;
  const drawn = (layout: Layout) =>
    draw(finding, [...middleMarks(rows), ...marksOf(shown, layout)], {
      ...rowSizes(layout, { count: shown.length, rowPx, namesPx: 240 }, 85),
      marginTop: 30,
      marginBottom: 45,
      x: { label: "posts a week", type: "sqrt", grid: true },
      y: { axis: null, domain: shown.map(atRow) },
    });
  return {
    id: `chart-rates-${platform.id}`,
    finding,
    svg: drawn(wide),
    narrow: drawn(narrow),
    heads: ["Company", "Account", "Posts a week", "95 % from", "to", "Tier"],
    rows: rows.map(({ name, account, rate, low, high, tier }) => [
      name,
      account,
      rate * 7,
      low * 7,
      high * 7,
      tier,
    ]),
    source: sourceLine(
      model,
      `n = ${rows.length} accounts${rows.length > mostRows ? `, the first ${mostRows} drawn` : ""}`,
      "cadences.csv",
    ),
  };
}

/** The median of all accounts and where it may lie: what most readers look for first. Fewer than six give no interval and are not drawn. */
function middleMarks(rows: readonly Row[]) {
  const rates = rows.map(({ rate }) => rate * 7);
  const [median, limits] = [quantile(rates, 0.5), medianInterval(rates)];
  if (median === null || limits === null) return [];
  return [
    rectX([median], { x1: limits.low, x2: limits.high, fill: ink.absent, fillOpacity: 0.18 }),
    ruleX([median], { stroke: ink.absent, strokeDasharray: "4 3" }),
    text([median], { x: median, text: () => "half post more", frameAnchor: "top", dy: -14 }),
  ];
}

function marksOf(shown: readonly Row[], layout: Layout) {
  const at = { y: atRow, dy: lowered(layout) };
  return [
    ruleX([0]),
    ruleY(shown, {
      ...at,
      x1: (row: Row) => row.low * 7,
      x2: (row: Row) => row.high * 7,
      stroke: colourOf,
      strokeWidth: 3,
      strokeOpacity: 0.55,
    }),
    dot(shown, { ...at, x: (row: Row) => row.rate * 7, fill: colourOf, r: 4 }),
    dot(shown, { ...at, x: rateOfOwn, r: 7, stroke: "currentColor" }),
    ...rowNames(shown, ({ name }) => labelOf(name), { ...layout, rowPx }),
  ];
}

const rowPx = 18;
const mostRows = 60;

interface Row {
  name: string;
  account: string;
  /** Posts a day, as are the limits. */
  rate: number;
  low: number;
  high: number;
  isOwn: boolean;
  tier: number;
}

const rateOfOwn = ({ isOwn, rate }: Row) => (isOwn ? rate * 7 : Number.NaN);
const colourOf = ({ tier }: Row) => (tier % 2 === 1 ? ink.posting : ink.unknown);

/** Recent rates on one platform, the greatest first. Lifetime rates never share an axis with them. */
function rateRows({ views, own }: ReportModel, platform: string): Omit<Row, "tier">[] {
  return views
    .flatMap(({ company, accounts }) =>
      accounts.flatMap(({ account, cadence, counts }) => {
        const isRecent = cadence !== null && cadence.estimator !== "lifetime";
        if (account.platform !== platform || !counts || !isRecent) return [];
        const { postsPerDay: rate, low, high } = cadence;
        if (rate === null || low === null || high === null) return [];
        return [
          { name: company.name, account: account.account, rate, low, high, isOwn: company.companyId === own },
        ];
      }),
    )
    .sort((a, b) => b.rate - a.rate);
}
