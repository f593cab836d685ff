import { dot, ruleY } from "@observablehq/plot";
import { grouped } from "../../../datasets/grouping.ts";
import { type Chart, draw, ink, labelOf } from "../chart.ts";
import type { ReportModel } from "../model.ts";
import { day, shortName } from "../words.ts";
import { atRow, type Layout, lowered, narrow, rowNames, rowSizes, wide } from "./layout.ts";
import { sourceLine } from "./source.ts";

/**
 * When accounts posted: a row an account, a line for the time in which every post was seen, a dot a week with posts. An empty line
 * is silence that was seen. Null where no account's posts were.
 */
export function timelineChart(model: ReportModel): Chart | null {
  const all = rowsOf(model);
  if (all.length === 0) return null;
  const shown = all.slice(0, mostRows);
  const silent = all.filter(({ weeks }) => weeks.length === 0).length;
  const finding = `Of ${all.length} accounts whose posts could be read, ${silent} show none in the time that was looked at`;
  const dots = shown.flatMap(({ weeks }, index) => weeks.map(([week, posts]) => ({ index, week, posts })));
  const drawn = (layout: Layout) => {
    const dy = lowered(layout);
    const marks = [
      ruleY(shown, {
        y: atRow,
        dy,
        x1: "from",
        x2: "to",
        stroke: ink.absent,
        strokeOpacity: 0.5,
        strokeWidth: 5,
      }),
      dot(dots, { y: "index", dy, x: "week", r: "posts", fill: ink.posting, fillOpacity: 0.7 }),
      ...rowNames(shown, ({ name, short }) => `${labelOf(name, nameLength)}, ${short}`, { ...layout, rowPx }),
    ];
    return draw(finding, marks, {
      ...rowSizes(layout, { count: shown.length, rowPx, namesPx: 270 }, 80),
      marginBottom: 45,
      marginTop: 34,
      x: { type: "utc", label: "week" },
      y: { axis: null, domain: shown.map(atRow) },
      r: { range: [1.5, 8] },
      legend,
    });
  };
  return {
    id: "chart-timeline",
    finding,
    svg: drawn(wide),
    narrow: drawn(narrow),
    heads: ["Company", "Platform", "Every post seen from", "to", "Weeks with posts", "Posts"],
    rows: shown.map(({ name, platform, from, to, weeks }) => [
      name,
      platform,
      day(from.toISOString()),
      day(to.toISOString()),
      weeks.length,
      weeks.reduce((sum, [, posts]) => sum + posts, 0),
    ]),
    source: sourceLine(
      model,
      `n = ${all.length} accounts${all.length > mostRows ? `, ${mostRows} of them drawn` : ""}`,
      "posts.csv",
    ),
  };
}

const legend = [
  ["weeks with posts", ink.posting],
  ["time in which every post was seen", ink.absent],
] as const;

const rowPx = 20;
const mostRows = 40;
const nameLength = 24;

interface Row {
  name: string;
  platform: string;
  /** The platform's name as short as a drawing wants it. */
  short: string;
  isOwn: boolean;
  /** First and last instant between which every post was seen. */
  from: Date;
  to: Date;
  /** Weeks with posts between them, and how many. */
  weeks: readonly (readonly [week: Date, posts: number])[];
}

/** Accounts that were wholly seen, one a company and platform, the own company's first. */
function rowsOf({ views, names, own, weeklyPosts }: ReportModel): Row[] {
  if (weeklyPosts === null) return [];
  const seen = views.flatMap(({ company, accounts }) =>
    accounts.flatMap(({ account, observation, counts, cadence }) => {
      const posts = observation === null ? undefined : weeklyPosts.get(observation.observationId);
      if (!counts || observation?.window.from == null || cadence?.activity === "unobservable") return [];
      const [from, to] = [observation.window.from, observation.window.to ?? observation.observedAt];
      const weeks = [...(posts ?? [])].sort(([a], [b]) => a - b);
      const platform = names.get(account.platform) ?? account.platform;
      return [
        {
          name: company.name,
          platform,
          short: shortName(platform),
          isOwn: company.companyId === own,
          from: new Date(from),
          to: new Date(to),
          weeks: weeks
            .map(([week, count]) => [new Date(week), count] as const)
            .filter(([week]) => week.getTime() >= Date.parse(from)),
        },
      ];
    }),
  );
  return [...grouped(seen, ({ name, platform }) => `${name}\n${platform}`).values()].flatMap(
    ([first]) => first ?? [],
  );
}
