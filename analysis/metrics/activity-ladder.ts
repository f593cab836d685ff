import { type Activity, activities } from "../../datasets/schema.ts";
import { byPlatform } from "../accounts.ts";
import { shareOf } from "../shares.ts";
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
          population: accounts,
          holds: ({ recency }) => isOnRung(recency.activity, rung),
        }),
      ),
    );
  },
};

const isOnRung = (activity: Activity, rung: Activity): boolean | null =>
  activity === "unobservable" ? null : activity === rung;
