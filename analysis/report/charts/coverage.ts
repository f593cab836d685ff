import { barX, ruleX, text } from "@observablehq/plot";
import { type Chart, draw, ink } from "../chart.ts";
import type { AccountView, CompanyView, ReportModel } from "../model.ts";
import { atRow, type Layout, lowered, narrow, rowNames, rowSizes, wide } from "./layout.ts";
import { sourceLine } from "./source.ts";

/** From the frame to what could be read: how many companies are left after each step. Null without a company. */
export function coverageChart(model: ReportModel): Chart | null {
  const { views } = model;
  if (views.length === 0) return null;
  const rows = steps.map(([step, holds]) => ({ step, companies: views.filter(holds).length }));
  const last = rows.at(-1)?.companies ?? 0;
  const finding = `Of ${views.length} companies in the frame, ${last} have an account whose posts could be read`;
  const drawn = (layout: Layout) =>
    draw(
      finding,
      [
        barX(rows, { x: "companies", y: atRow, fill: ink.unknown, insetTop: 2 * lowered(layout) }),
        text(rows, {
          x: "companies",
          y: atRow,
          text: (row) => String(row.companies),
          textAnchor: "start",
          dx: 6,
          dy: lowered(layout),
        }),
        ruleX([0]),
        ...rowNames(rows, ({ step }) => step, { ...layout, rowPx }),
      ],
      {
        ...rowSizes(layout, { count: rows.length, rowPx, namesPx: 230 }, 65),
        marginBottom: 45,
        marginRight: 50,
        x: { label: "companies", domain: [0, views.length] },
        y: { axis: null, domain: rows.map(atRow) },
      },
    );
  return {
    id: "chart-coverage",
    finding,
    svg: drawn(wide),
    narrow: drawn(narrow),
    heads: ["Step", "Companies", "Share of the frame"],
    rows: rows.map(({ step, companies }) => [step, companies, companies / views.length]),
    source: sourceLine(model, `n = ${views.length} companies`, "companies.csv"),
  };
}

const rowPx = 34;

const isEligible = ({ company }: CompanyView) =>
  company.outcome !== "not_eligible" || company.reason === "import_only";
const isRead = ({ company }: CompanyView) => company.outcome === "visited" || company.outcome === "partial";
const isReadable = ({ counts, observation }: AccountView) =>
  counts && observation !== null && observation.sided !== "none";

const steps: readonly (readonly [step: string, holds: (view: CompanyView) => boolean])[] = [
  ["in the frame", () => true],
  ["to be audited", isEligible],
  ["site read, at least in part", isRead],
  ["site read completely", ({ company }) => company.outcome === "visited"],
  ["names an account of its own", ({ accounts }) => accounts.some(({ counts }) => counts)],
  ["posts could be read", ({ accounts }) => accounts.some(isReadable)],
];
