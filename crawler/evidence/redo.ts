import { transcriptKey } from "../../datasets/evidence-record.ts";
import type { Account, Company, Transcript } from "../../datasets/schema.ts";
import type { Snapshot } from "../../datasets/snapshot.ts";
import { tables } from "../../datasets/tables.ts";
import type { Effects } from "../effects.ts";
import { observeAccounts, ownAccounts } from "../observe.ts";
import { platforms } from "../platforms/index.ts";
import { withSavedPages } from "../saved.ts";
import { oncePerSite } from "../sites.ts";
import { visitSite } from "../visit.ts";
import { replaying } from "./replay.ts";
import { readStored } from "./stored.ts";
import { nothingSeen } from "./transcript.ts";

/**
 * Makes the visits of an audit again, in the order in which they ended.
 *
 * @param source the audit as it was
 * @param snapshot where it is made again
 * @returns how many requests the evidence could not answer
 */
export async function redoVisits(
  companies: readonly Company[],
  source: Snapshot,
  snapshot: Snapshot,
): Promise<number> {
  const stage = visitSite(source.config);
  const bySite = new Map(oncePerSite(companies).map((each) => [each.companyId, each]));
  const world = openReplays(source);
  for (const transcript of stepsOf(source, stage.name, savedStage)) {
    const [key = ""] = transcript.keys;
    const company = bySite.get(key);
    // A visit that was never journalled was cut off between two writes.
    if (company === undefined || !source.visits.has(key)) continue;
    const effects = world.effectsOf(transcript);
    const visits =
      transcript.stage === savedStage
        ? [withSavedPages(key, snapshot.visits.get(key)[0] ?? null, await answersAgain(transcript, effects))]
        : transcript.answers.some(isUnchanged)
          ? source.visits.get(key)
          : await stage.run(company, effects);
    snapshot.visits.append(key, visits);
    snapshot.transcripts.append(transcriptKey(transcript), [transcript]);
  }
  return world.missing();
}

/** Makes the observations of an audit again; see `redoVisits`. Of accounts that only today's instrument finds, nothing was seen. */
export async function redoObservations(source: Snapshot, snapshot: Snapshot): Promise<number> {
  const { lookback } = source.config;
  const own = await ownAccounts(snapshot);
  const known = await accountsOf(source);
  const named = await accountsOf(snapshot);
  const world = openReplays(source);
  for (const transcript of stepsOf(source, "observe")) {
    const keys = transcript.keys.filter((key) => source.observations.has(key));
    const sources = { ...asSets(transcript.sources), mostUsd: null };
    const stage = observeAccounts({
      lookback,
      sources,
      ...(transcript.sources.asksNobody && { platforms: silent }),
    });
    const asked = keys.flatMap((key) => {
      const account = named.get(key) ?? known.get(key);
      return account ? [{ account, seen: snapshot.observations.get(key) }] : [];
    });
    const found =
      transcript.isTakenOver || transcript.answers.some(isBodyLost)
        ? asked.map(({ account }) => source.observations.get(account.accountId))
        : await Promise.all(stage.batch?.run(asked, world.effectsOf(transcript)) ?? []);
    for (const [at, { account }] of asked.entries()) {
      // Also of one that a correction said later to be somebody else's.
      if (named.has(account.accountId)) snapshot.observations.append(account.accountId, found?.[at] ?? []);
    }
    snapshot.transcripts.append(transcriptKey(transcript), [transcript]);
  }
  const stage = observeAccounts({ lookback });
  for (const account of own) {
    const { accountId } = account;
    // A step that was cut off was journalled for some accounts before it was written down.
    const isUnwritten = source.observations.has(accountId) && !snapshot.observations.has(accountId);
    if (isUnwritten) snapshot.observations.append(accountId, source.observations.get(accountId));
    if (known.has(accountId)) continue;
    const records = await stage.run({ account, seen: [] }, world.effectsOf(ofNobody));
    snapshot.observations.append(accountId, records);
  }
  return world.missing();
}

/** A page that had not changed since an earlier audit came without its body, which is in that one's evidence. */
const isUnchanged = ({ status }: Transcript["answers"][number]) => status === 304;

/** Of some answers evidence keeps the digest alone: what was observed from them is taken over as it is. */
const isBodyLost = ({ place, status }: Transcript["answers"][number]) =>
  status !== null && place !== null && place.digest === null;

/** Stage under which pages that a person saved are written down. */
export const savedStage = "saved";

const answersAgain = ({ answers }: Transcript, effects: Effects) =>
  Promise.all(answers.map(({ request }) => effects.fetch({ url: request, kind: "page" })));

function* stepsOf({ transcripts }: Snapshot, ...stages: readonly string[]): Generator<Transcript> {
  for (const transcript of transcripts.read()) if (stages.includes(transcript.stage)) yield transcript;
}

/** The world of each step, and how often it had to say that it does not know. */
function openReplays(source: Snapshot) {
  let missing = 0;
  const read = (place: Parameters<typeof readStored>[1]) => readStored(source.folder, place);
  const onMissing = () => {
    missing += 1;
  };
  const options = { read, now: source.manifest().startedAt, emit: () => undefined, onMissing };
  const effectsOf = (transcript: Transcript) => replaying(transcript, options);
  return { effectsOf, missing: () => missing };
}

const ofNobody: Transcript = { ...nothingSeen, ordinal: 0, stage: "observe", keys: [] };

/** Platforms that nobody observes. */
export const silent = platforms.map((platform) => ({ ...platform, observers: [] }));

const asSets = ({ on, again }: Transcript["sources"]) => ({ on: new Set(on), again: new Set(again) });

async function accountsOf(audit: Snapshot): Promise<Map<string, Account>> {
  const accounts = new Map<string, Account>();
  for await (const account of audit.read(tables.accounts)) accounts.set(account.accountId, account);
  return accounts;
}
