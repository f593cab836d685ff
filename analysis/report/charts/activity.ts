import { areaY, line, ruleX } from "@observablehq/plot";
import { grouped } from "../../../datasets/grouping.ts";
import { byCodeUnit } from "../../../datasets/order.ts";
import type { ActivityCurve } from "../../../datasets/schema.ts";
import { type Chart, draw, ink } from "../chart.ts";
import type { ReportModel } from "../model.ts";
import { percent } from "../words.ts";
import { type Layout, narrow, panelled, wide } from "./layout.ts";
import { sourceLine } from "./source.ts";

/**
 * Share of companies with a post, by the days one looks back: a panel a set of platforms. The dark band is the interval, the light
 * one what holds whatever the unread companies do. Null where no set has a curve.
 */
export function activityChart(model: ReportModel): Chart | null {
  const panels = panelsOf(model);
  const points = panels.flatMap(({ set, curve }) => curve.map((point) => ({ ...point, set })));
  if (points.length === 0) return null;
  const finding = findingOf(panels, model.thetaDays);
  const known = points.filter(({ estimate }) => estimate !== null);
  const drawn = (layout: Layout) => {
    const sets = panels.map(({ set }) => set);
    const { by, scales, names } = panelled("set", sets, layout);
    const step = { ...by, x: "thetaDays", curve: "step-after" } as const;
    return draw(
      finding,
      [
        ruleX([model.thetaDays], { stroke: "currentColor", strokeOpacity: 0.4, strokeDasharray: "3,3" }),
        areaY(points, { ...step, y1: "boundLo", y2: "boundHi", fill: ink.unknown, fillOpacity: 0.3 }),
        areaY(known, { ...step, y1: "ciLo", y2: "ciHi", fill: ink.posting, fillOpacity: 0.4 }),
        line(known, { ...step, y: "estimate", stroke: ink.posting, strokeWidth: 2 }),
        ...names,
      ],
      {
        ...scales,
        width: layout.width,
        height: layout.isNarrow ? 110 + 150 * sets.length : 320,
        marginLeft: 55,
        marginTop: 62,
        marginBottom: 45,
        x: { label: "days looked back", ticks: [90, 365, 730], domain: [0, 730] },
        y: { label: null, domain: [0, 100], percent: true, grid: true },
        legend,
      },
    );
  };
  return {
    id: "chart-activity",
    finding,
    svg: drawn(wide),
    narrow: drawn(narrow),
    heads,
    rows: panels.flatMap(numbersOf),
    source: sourceLine(
      model,
      `n = ${Math.max(...points.map(({ n, nUnknown }) => n + nUnknown))} companies at the most`,
      "curves.csv",
    ),
  };
}

const legend = [
  ["share of the companies judged, %", ink.posting],
  ["at least and at most, whatever the others do", ink.unknown],
] as const;

const heads = [
  ...["Platforms", "Days", "Share with a post", "95 % from", "to"],
  ...["At least", "At most", "n", "Not known"],
];

const numbersOf = ({ set, curve }: Panel) =>
  curve
    .filter(({ thetaDays }) => told.has(thetaDays))
    .map(({ thetaDays, estimate, ciLo, ciHi, boundLo, boundHi, n, nUnknown }) => [
      ...[set, thetaDays, estimate, ciLo, ciHi],
      ...[boundLo, boundHi, n, nUnknown],
    ]);

/** Days whose numbers stand under the drawing; all of them are in the table of curves. */
const told: ReadonlySet<number> = new Set([7, 14, 30, 60, 90, 180, 365, 730]);

interface Panel {
  set: string;
  curve: readonly ActivityCurve[];
}

const mostPanels = 4;

/** Curves of all companies: on any platform, and on the platforms that were read best. */
function panelsOf({ curves, names, platforms, usedPlatforms, thetaDays }: ReportModel): Panel[] {
  const bySet = grouped(
    curves.filter(({ segment, unit }) => segment === "all" && unit === "share of companies"),
    (point) => point.platforms,
  );
  const width = (id: string) => {
    const point = bySet.get(id)?.find((each) => each.thetaDays === thetaDays);
    return point?.boundLo == null || point.boundHi == null ? 1 : point.boundHi - point.boundLo;
  };
  const singles = platforms
    .filter(({ id, group }) => group === "social" && usedPlatforms.has(id) && width(id) < 1)
    .map(({ id }) => id)
    .sort((a, b) => width(a) - width(b) || byCodeUnit(a, b));
  return ["any", ...singles.slice(0, mostPanels - 1)].flatMap((id) => {
    const curve = (bySet.get(id) ?? []).filter(({ boundLo }) => boundLo !== null);
    return curve.length > 0 ? [{ set: names.get(id) ?? "any platform", curve }] : [];
  });
}

function findingOf(panels: readonly Panel[], thetaDays: number): string {
  const at = panels.flatMap(({ set, curve }) =>
    curve.filter((point) => point.thetaDays === thetaDays).map((point) => ({ ...point, set })),
  );
  const known = at.find(({ estimate }) => estimate !== null);
  if (known)
    return `${percent(known.estimate ?? 0)} of the companies that could be judged had a post on ${known.set} within ${thetaDays} days`;
  const [first] = at;
  return `Between ${percent(first?.boundLo ?? 0)} and ${percent(first?.boundHi ?? 1)} of the companies had a post on ${first?.set ?? "any platform"} within ${thetaDays} days`;
}
