import { laneOf } from "../../crawler/sending.ts";
import { collect } from "../../datasets/collect.ts";
import type { Correction, Fix } from "../../datasets/mending.ts";
import { describePoliteness, politenessOf } from "../../datasets/politeness.ts";
import type { Ownership } from "../../datasets/schema.ts";
import type { Snapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import type { Command } from "../command.ts";
import { findCompany } from "../find-company.ts";
import { inAudit } from "../work.ts";

/** Everything behind one company. */
export const explainCommand: Command = {
  name: "explain",
  arguments: ["<dir>", "<company>"],
  summary: "show every page, claim, account, observation and status behind one company",
  flags: ["json"],
  example: "presence-audit explain audit-2026 iqvia",
  run: ([folder = "", company = ""], { json }, terminal) =>
    inAudit(folder, async (snapshot) => {
      const story = await storyOf(company, snapshot);
      terminal.print(json ? `${JSON.stringify(story)}\n` : `${linesOf(story).join("\n")}\n`);
    }),
};

async function storyOf(given: string, snapshot: Snapshot) {
  const company = await findCompany(given, snapshot);
  const isOurs = ({ companyId }: { companyId: string }) => companyId === company.companyId;
  const captures = await collect(snapshot.read(tables.captures), isOurs);
  const lanes = new Set(captures.map(({ url }) => laneOf(url)));
  const ownerships = await collect(snapshot.read(tables.ownerships), isOurs);
  const accountIds = new Set(ownerships.map(({ accountId }) => accountId));
  const isTheirs = ({ accountId }: { accountId: string }) => accountIds.has(accountId);
  return {
    company,
    captures,
    politeness: await politenessOf(
      await collect(snapshot.read(tables.requests), ({ lane }) => lanes.has(lane)),
    ),
    claims: await collect(snapshot.read(tables.claims), isOurs),
    ownerships,
    corrections: await collect(snapshot.read(tables.corrections), isOurs),
    fixes: await collect(snapshot.read(tables.fixList), isOurs),
    observations: await collect(snapshot.read(tables.observations), isTheirs),
    cadences: await collect(snapshot.read(tables.cadences), isTheirs),
    statuses: await collect(snapshot.read(tables.statuses), isOurs),
  };
}

type Story = Awaited<ReturnType<typeof storyOf>>;

function linesOf(story: Story): string[] {
  const { company, captures, politeness, observations, cadences, statuses } = story;
  return [
    `${company.name} (${company.companyId}): ${company.outcome}${company.reason ? `, ${company.reason}` : ""}`,
    "",
    "Pages",
    ...captures.map((page) => `  ${page.captureId}  ${page.outcome}  ${page.status ?? "-"}  ${page.url}`),
    `  ${describePoliteness(politeness)}`,
    "Accounts",
    ...accountLines(story),
    "Corrections",
    ...story.corrections.map(correctionLine),
    "What to mend",
    ...story.fixes.flatMap(fixLines),
    "Observations",
    ...observations.map(
      ({ observationId, status, reason, lastPostAt }) =>
        `  ${observationId}  ${status}${reason ? `, ${reason}` : ""}  last post ${lastPostAt ?? "not known"}`,
    ),
    "Cadence",
    ...cadences.map(
      ({ accountId, estimator, postsPerDay, activity, reason }) =>
        `  ${accountId}  ${activity}  ${postsPerDay === null ? `no rate (${reason ?? "not observable"})` : `${postsPerDay.toFixed(3)} posts a day, ${estimator}`}`,
    ),
    "Status",
    ...statuses.map(
      ({ platforms, thetaDays, status, reason }) =>
        `  ${platforms} at ${thetaDays} days: ${status}${reason ? ` (${reason})` : ""}`,
    ),
  ];
}

/** Each account with the places that name it. */
function accountLines({ ownerships, claims }: Story): string[] {
  return ownerships.flatMap((ownership) => [
    `  ${ownership.accountId}  own ${ownership.own}, ${ownership.kind}, confidence ${ownership.confidence.toFixed(2)}${linksBack(ownership)}: ${ownership.reasons.join(", ")}`,
    ...claims
      .filter((claim) => ownership.claimIds.includes(claim.claimId))
      .map(
        ({ captureId, evidence: { kind, region, locator, href } }) =>
          `    ${captureId}  ${kind} in ${region}  ${locator}  ${href}`,
      ),
  ]);
}

function correctionLine({ accountId, verdict, kind, movedTo, reason, by, on, effect }: Correction): string {
  const said = [verdict.replace("_", " "), kind, movedTo && `to ${movedTo}`].filter(Boolean).join(", ");
  return `  ${accountId}  ${said}: ${reason ?? "no reason given"} (${by}, ${on}; ${effect.replace("_", " ")})`;
}

function fixLines({ kind, url, pages, evidence, instead }: Fix): string[] {
  const { kind: means, region, locator, href } = evidence;
  return [
    `  ${kind} on ${url}${pages > 1 ? ` and ${pages - 1} more` : ""}: write ${instead}`,
    `    ${means} in ${region}  ${locator}  ${href}`,
  ];
}

function linksBack({ reciprocal }: Ownership): string {
  return reciprocal === null ? "" : reciprocal ? ", links back" : ", does not link back";
}
