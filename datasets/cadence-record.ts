/** The records of what follows from observations: how often an account posts, and whether a company is active. */
import { z } from "zod";
import { count, instant, number, oneOf, text, texts, yesNo } from "./fields.ts";

export const activities = [
  "active",
  "slowing",
  "quiet",
  "dormant",
  "abandoned",
  "empty",
  "gone",
  "unobservable",
] as const;
export type Activity = (typeof activities)[number];

export const Cadence = z.object({
  accountId: text("The account"),
  estimator: oneOf(
    ["complete_window", "truncated_feed", "counter_difference", "lifetime", "none"],
    "How the rate was estimated (M10, M11, M50, M49); none where no rate can be had",
  ),
  windowDays: number("Window asked for; null for lifetime rates", { unit: "days" }).nullable(),
  observationId: text("The observation the rate rests on").nullable(),
  observedAt: instant("Its instant", { volatile: true }).nullable(),
  posts: count("Posts counted").nullable(),
  countExact: yesNo("False when `posts` is only a lower bound of the posts in the window").nullable(),
  exposureDays: number("Time covered", { unit: "days" }).nullable(),
  postsPerDay: number("Rate", { unit: "posts per day" }).nullable(),
  low: number("Lower 95 % limit of the rate", { unit: "posts per day" }).nullable(),
  high: number("Upper 95 % limit of the rate", { unit: "posts per day" }).nullable(),
  ciMethod: oneOf(
    ["garwood", "quasi_poisson", "gamma", "gamma_widened"],
    "How the limits were made; quasi_poisson and gamma_widened where weeks differ by more than chance, else they are a floor",
  ).nullable(),
  dispersion: number(
    "Variance / mean of the posts in the calendar weeks of the exposure (M14): 1 is chance, more is bursty; null for fewer than 8 weeks",
  ).nullable(),
  lastPostAt: instant("Newest provable post of any observation").nullable(),
  ageDays: number("Age of that post at observation", { unit: "days", volatile: true }).nullable(),
  silentDays: number("Days up to the observation surely without a post; null where silence proves nothing", {
    unit: "days",
    volatile: true,
  }).nullable(),
  burstiness: number(
    "Burstiness of the gaps between posts, comparable at any number of them (M15): -1 regular, 0 chance, 1 bursty; null for fewer than 3 gaps",
  ).nullable(),
  gapGini: number("Gini coefficient of the gaps: 0 when all are equal").nullable(),
  activeWeeks: number("Weeks with a post / whole weeks seen", { unit: "share, 0 to 1" }).nullable(),
  longestSilenceDays: number("Longest time without a post, the present one included", {
    unit: "days",
    volatile: true,
  }).nullable(),
  silenceP: number("Chance that an account with these gaps is silent for as long as now (M13)", {
    volatile: true,
  }).nullable(),
  silenceQ: number(
    "The same as a false discovery rate over all accounts of the audit (Benjamini-Hochberg): what to flag accounts by",
    { volatile: true },
  ).nullable(),
  activity: oneOf(activities, "Rung of the activity ladder at 30, 90, 180 and 365 days"),
  sided: oneOf(["two", "active_only", "none"], "What is known about the account: see Observation"),
  reason: text("Why a rate or an activity is missing").nullable(),
});
export type Cadence = z.infer<typeof Cadence>;

export const CompanyStatus = z.object({
  companyId: text("The company"),
  platforms: text("Platform set the status speaks about: x, x+youtube, observable, any"),
  thetaDays: number("Threshold of activity", { unit: "days" }),
  status: oneOf(
    ["active", "inactive", "unknown"],
    "Three-valued status over the company's accounts in the set",
  ),
  sided: oneOf(["two", "active_only", "none"], "two: it could have come out either way"),
  reason: text("Why").nullable(),
  accountIds: texts("Accounts it rests on"),
});
export type CompanyStatus = z.infer<typeof CompanyStatus>;
