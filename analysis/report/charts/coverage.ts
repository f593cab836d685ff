import { barX, ruleX, text } from "@observablehq/plot";
import { type Chart, draw, ink } from "../chart.ts";
import type { AccountView, CompanyView, ReportModel } from "../model.ts";
import { sourceLine } from "./source.ts";

/** From the frame to what could be read: how many companies are left after each step. Null without a company. */
export function coverageChart(model: ReportModel): Chart | null {
  const { views } = model;
  if (views.length === 0) return null;
  const rows = steps.map(([step, holds]) => ({ step, companies: views.filter(holds).length }));
  const last = rows.at(-1)?.companies ?? 0;
  const finding = `Of ${views.length} companies in the frame, ${last} have an account whose posts could be read`;
  const svg = draw(
    finding,
    [
      barX(rows, { x: "companies", y: "step", fill: ink.unknown }),
      text(rows, {
        x: "companies",
        y: "step",
        text: (row) => String(row.companies),
        textAnchor: "start",
        dx: 6,
      }),
      ruleX([0]),
    ],
    {
      height: 65 + rows.length * 34,
      marginBottom: 45,
      marginLeft: 230,
      marginRight: 50,
      x: { label: "companies", domain: [0, views.length] },
      y: { label: null, domain: rows.map(({ step }) => step) },
    },
  );
  return {
    id: "chart-coverage",
    finding,
    svg,
    heads: ["Step", "Companies", "Share of the frame"],
    rows: rows.map(({ step, companies }) => [step, companies, companies / views.length]),
    source: sourceLine(model, `n = ${views.length} companies`, "companies.csv"),
  };
}

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
