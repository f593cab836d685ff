import { activities } from "../../datasets/schema.ts";
import { type AccountUnit, byPlatform } from "../accounts.ts";
import { spanOf } from "../cells.ts";
import { type Fact, shareOf } from "../shares.ts";
import type { Metric } from "./metric.ts";

/** Share of accounts on each rung of the activity ladder, among those whose rung is known (M02). */
export const activityLadder: Metric = {
  id: "activity_ladder",
  title: "Accounts by the age of their last post",
  unit: "share of accounts",
  measure(findings) {
    const rungs = activities.filter((activity) => activity !== "unobservable");
    return byPlatform(findings, (cell, { label, platformIds }, accounts) =>
      rungs.map((rung) =>
        shareOf(cell, {
          statistic: rung,
          platforms: label,
          platformIds: [...platformIds],
          ...{ thetaDays: null, windowDays: null, refusal: null },
          facts: accounts.map((account) => isOnRung(account, rung)),
        }),
      ),
    );
  },
};

function isOnRung({ recency, companyIds, draw }: AccountUnit, rung: string): Fact {
  const isKnown = recency.activity !== "unobservable";
  return {
    value: isKnown ? recency.activity === rung : null,
    isTwoSided: recency.sided === "two",
    companyIds,
    draw,
    seen: spanOf([recency.observedAt]),
  };
}
