import type { Findings } from "../../analysis/findings.ts";
import type { Question } from "../../analysis/segments.ts";
import type { HandReading, SecondPhase } from "../../datasets/hand-records.ts";
import { company, findings, lastPosted, ownership, site } from "./records.ts";

const ids = Array.from({ length: 20 }, (_, index) => `c${String(index).padStart(2, "0")}`);

/** Companies of the little industry: two active and two silent on X, two without any account, fourteen of which LinkedIn is shut. */
export const companies = ids.map((id, index) => company(id, { segment: index % 2 === 0 ? "cro" : "pharma" }));

/** Twenty companies: c00 and c01 are active, c02 silent with a closed account beside, c03 silent, c04 without any, c05 was not read. */
export function industry(more: { secondPhase?: SecondPhase[]; readings?: HandReading[] } = {}): Findings {
  const closed = ids.filter((id) => !["c00", "c03", "c04", "c05"].includes(id));
  return findings({
    companies,
    sites: ids.map((id) => site(id, id === "c05" ? { outcome: "blocked" } : {})),
    ownerships: [
      ...["c00", "c01", "c02", "c03"].map((id) => ownership(id, `x:${id}`)),
      ...closed.map((id) => ownership(id, `linkedin:${id}`)),
    ].sort((a, b) => (a.companyId < b.companyId ? -1 : 1)),
    cadences: [
      ...["x:c00", "x:c01"].map((id) => lastPosted(id, 3)),
      ...["x:c02", "x:c03"].map((id) => lastPosted(id, 200)),
    ],
    ...more,
  });
}

/** What is asked of it: the share inactive on any platform. */
export const askedOf = ({ sets, settings }: Findings): Question => ({
  ...{ set: sets.any, thetaDays: 90, kinds: settings.kinds },
});
