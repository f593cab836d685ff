export { isActive, postAge, rungOf, statusOver } from "./activity.ts";
export { computeBenchmarks } from "./benchmark.ts";
export { besidePublished } from "./beside-published.ts";
export { type AnyIterable, measureCadence, measureCadences } from "./cadence.ts";
export { type Estimate, minCompanies } from "./cells.ts";
export {
  type CompanyCard,
  type CompareQuestion,
  compareCompany,
  type PeerRule,
  type Place,
  type Standing,
  type TierMember,
} from "./compare.ts";
export { curvesOf } from "./curve.ts";
export { type DailyPosts, dailyPosts, dateOf, dayOf } from "./daily-posts.ts";
export { deviationsAtBeginning } from "./deviations.ts";
export { activityCurve } from "./estimates/activity-curve.ts";
export { agreementOf, krippendorffAlpha } from "./estimates/agreement.ts";
export { manskiBounds, monotoneBounds, worstCase } from "./estimates/bounds.ts";
export { concentration, gini } from "./estimates/concentration.ts";
export { againstNorm, engagement, featureShare, kindShares, thirds } from "./estimates/content.ts";
export { coverageOf, dispositionShares } from "./estimates/coverage.ts";
export { comparableText, crossPostingShare } from "./estimates/cross-posting.ts";
export { detectionOf } from "./estimates/detection.ts";
export { shareDifference } from "./estimates/differences.ts";
export { dispersionOf } from "./estimates/dispersion.ts";
export { profileCounts, weekProfile } from "./estimates/evenness.ts";
export { placeboRank, rateRatio, ratioOfRatios } from "./estimates/events.ts";
export { readFeed } from "./estimates/feeds.ts";
export { hypergeometricInterval, sampleSize, wilsonFinite } from "./estimates/finite-population.ts";
export { frameSize } from "./estimates/frame-size.ts";
export { consistencyOf, rhythmOf, silenceP, silenceRateLimit } from "./estimates/gaps.ts";
export { industryIntervals, industryRates } from "./estimates/industry-rates.ts";
export { interruptedSeries } from "./estimates/interrupted.ts";
export type { Estimated, Interval } from "./estimates/interval.ts";
export { correctedShare } from "./estimates/misclassification.ts";
export { benjaminiHochberg } from "./estimates/multiplicity.ts";
export { circularShiftTest, permutationTest } from "./estimates/permutation.ts";
export { agrestiCoull, clopperPearson, wilson } from "./estimates/proportions.ts";
export {
  median,
  medianInterval,
  percentileRank,
  quantile,
  quantileInterval,
  robustZ,
  weightedQuantile,
} from "./estimates/quantiles.ts";
export { rankIntervals, rankRanges, tiersOf } from "./estimates/ranks.ts";
export {
  counterRate,
  lifetimeRate,
  roundedCounterRate,
  truncatedRate,
  windowRate,
} from "./estimates/rates.ts";
export { isWithin, relativeAge } from "./estimates/relative-dates.ts";
export { responsesOf } from "./estimates/responses.ts";
export { type ShareSummary, summariseShare } from "./estimates/share-summary.ts";
export { stratified, twoPhase } from "./estimates/strata.ts";
export { changeBounds, decomposeChange, pairedChange, transitionCounts } from "./estimates/waves.ts";
export {
  type ControlFindings,
  type EventFindings,
  type EventQuestion,
  type EventStudy,
  studyEvent,
} from "./event.ts";
export { type ExpectedWidths, expectedWidths } from "./expected-widths.ts";
export { companyReport } from "./exporters/company-report.ts";
export type { Exporter, Tables } from "./exporters/exporter.ts";
export { exporters } from "./exporters/index.ts";
export { readOverview } from "./exporters/overview.ts";
export { type Findings, gather, type Roster, type Settings, type Site } from "./findings.ts";
export { headlines, type Sentence, type Words } from "./headlines.ts";
export { type Metric, metrics } from "./metrics/index.ts";
export { type PlatformName, type PlatformSet, readableShare } from "./platform-sets.ts";
export { type PlatformSummary, summarisePlatforms } from "./platform-summary.ts";
export { cadencesOf, comparisonsOf, deviationsOf, findingsOf, observationsOf } from "./published.ts";
export { isTelling } from "./recency.ts";
export type { Cell, Tone } from "./report/cell.ts";
export { mainTheta } from "./report/model.ts";
export type { Overview, OverviewFix, OverviewRow } from "./report/overview.ts";
export { type Doubt, doubtfulAccounts } from "./review.ts";
export { drawSample, type Sample, type SamplePlan, type StratumField, stratumFields } from "./sample.ts";
export { statusesOf, statusOf } from "./segments.ts";
