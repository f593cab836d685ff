import { analyse } from "../../../audit.ts";
import { writeFindings } from "../../../crawler/findings.ts";
import { writeObservations } from "../../../crawler/observe.ts";
import { AuditConfig } from "../../../datasets/config.ts";
import { readFrame } from "../../../datasets/frame.ts";
import { observationKey } from "../../../datasets/journals.ts";
import type {
  Account,
  ImportedCompany,
  Observation,
  Ownership,
  SiteVisit,
} from "../../../datasets/schema.ts";
import { openSnapshot } from "../../../datasets/snapshot.ts";
import { generateIndustry, readScenario } from "../../../datasets/synthetic/index.ts";
import type { TrueAccount } from "../../../datasets/synthetic/truth/tables.ts";
import { truth } from "../../../datasets/synthetic/truth.ts";

const open = ["bluesky", "mastodon"];

/** An audit of a synthetic industry as a crawler that errs never would leave it, and its truth. Nothing is fetched. */
export async function knownAudit(folder: string, companies: number) {
  const industry = generateIndustry({ ...readScenario("small"), companies });
  const known = truth(industry);
  const frame = readFrame(Buffer.from(industry.frame), "frame.csv", {}).companies;
  const config = AuditConfig.parse({ now: industry.now, thetas: [90] });
  const instrument = { software: "test 0", grammar: "1", extractor: "1", attribution: "1", observers: [] };
  const about = { companies: frame, frameFile: null, config, instrument, startedAt: industry.now };
  const snapshot = openSnapshot(folder, about);
  const outcomes = new Map(known.companies.map((each) => [each.companyId, each]));
  for (const company of frame) {
    const { companyId } = company;
    const { outcome = "timeout", reason = null } = outcomes.get(companyId) ?? {};
    const at = industry.now;
    const visit: SiteVisit = {
      ...{ companyId, startUrl: company.website, finalUrl: company.website, outcome, reason },
      ...{ startedAt: at, finishedAt: at, declaredPlatforms: [], captures: [] },
    };
    snapshot.visits.append(companyId, [visit]);
    const own = outcome === "visited" ? known.accounts.filter((each) => each.companyId === companyId) : [];
    const imported: ImportedCompany = {
      ...{ company, file: "truth", sha256: "00", declaredPlatforms: [] },
      ...{ accounts: own.map(accountOf), ownerships: own.map(ownershipOf) },
    };
    snapshot.imports.append(companyId, [imported]);
    for (const account of own) {
      const observation = observationOf(account, at);
      snapshot.observations.append(observationKey(observation), [observation]);
    }
  }
  await writeFindings(frame, snapshot);
  await writeObservations(snapshot);
  await analyse(snapshot);
  snapshot.close();
  return { industry, known, accounts: new Map(known.accounts.map((each) => [each.accountId, each])) };
}

function accountOf({ accountId, platform, url }: TrueAccount): Account {
  const group = platform === "feed" ? "owned" : "social";
  const account = accountId.slice(platform.length + 1);
  return { accountId, platform, group, account, url, platformId: null, aliases: [] };
}

const ownershipOf = ({ companyId, accountId, kind }: TrueAccount): Ownership => ({
  ...{ companyId, accountId, kind, own: "true", confidence: 1, reasons: ["truth"] },
  ...{ claimIds: [], reciprocal: null, corrected: null },
});

function observationOf({ accountId, platform, lastPostAt, activity }: TrueAccount, now: string): Observation {
  const isOpen = open.includes(platform);
  const isGone = isOpen && activity === "gone";
  return {
    ...{ observationId: `${accountId}/truth/1`, accountId, platformId: null, observedAt: now },
    ...{ observer: "truth", access: isOpen ? "public" : "none" },
    status: isGone ? "gone" : isOpen ? "observed" : "presence_only",
    ...{ reason: null, sided: isOpen ? "two" : "none" },
    window: {
      ...{ from: isOpen ? "2020-01-01T00:00:00Z" : null, to: isOpen ? now : null },
      ...{ order: "newest_first", cap: null, filters: [], complete: isOpen },
    },
    counters: { posts: null, followers: null, createdAt: null },
    ...{ countedPosts: null, lastPostAt: isOpen && !isGone ? lastPostAt : null, linksTo: null, posts: [] },
  };
}
