import { appendFileSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "../audit.ts";
import { clock, instantOf } from "../crawler/clock.ts";
import { type ConnectTo, parseConnectTo } from "../crawler/connect-to.ts";
import type { AuditEvent, Effects } from "../crawler/effects.ts";
import { type Archive, openArchive } from "../crawler/evidence/archive.ts";
import { withTranscripts } from "../crawler/evidence/transcript.ts";
import { type EvidenceMode, recording } from "../crawler/evidence.ts";
import { isExcludedHost, readExclusions } from "../crawler/exclusions.ts";
import { reasonsAgainst, switched } from "../crawler/platforms/switches.ts";
import { polite } from "../crawler/polite.ts";
import { openRobotsCache, type RobotsCache } from "../crawler/robots-cache.ts";
import { localRunner } from "../crawler/runners/local.ts";
import type { Runner } from "../crawler/stage.ts";
import { openWorld } from "../crawler/world.ts";
import { AuditError } from "../datasets/error.ts";
import { openLedger } from "../datasets/ledger.ts";
import type { RequestRecord } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { version } from "../datasets/version.ts";
import type { Terminal } from "./command.ts";
import { openCosts, writeCosts } from "./costs.ts";
import type { Options } from "./flags.ts";
import { tellProgress } from "./progress.ts";
import { ledgerOf, writeRequests } from "./requests.ts";
import { openEarlier } from "./since-audit.ts";
import { stoppable } from "./stoppable.ts";
import { readTokens, sourcesOf } from "./tokens.ts";

/** Companies under way at once: most of them wait for their host's next turn, and hold a few kilobytes meanwhile. */
const companiesAtOnce = 1_000;

/** Requests under way at once at the most, over all hosts. */
const requestsAtOnce = 128;

/**
 * Does work that touches the world in an audit folder, through one guarded and polite pair of hands: every request is written into
 * its ledger, robots.txt files into its cache.
 *
 * @throws AuditError before anything is sent: without `--contact` when a request may leave for the internet
 */
export async function withPlace(
  opened: Snapshot,
  options: Options,
  terminal: Terminal,
  work: (place: Place) => Promise<void>,
): Promise<void> {
  const snapshot = stoppable(opened, terminal.signal);
  const sources = sourcesOf(options, readTokens(options, terminal.environment));
  const since = options.sinceAudit === undefined ? null : openEarlier(options.sinceAudit, opened);
  const askedAt = askedBefore(ledgerOf(snapshot));
  const ledger = openLedger<RequestRecord>(ledgerOf(snapshot));
  const costs = openCosts(snapshot);
  const cache = openRobotsCache(join(snapshot.folder, "cache", "robots.jsonl"), clock);
  const mode = options.evidence ?? "reduced";
  const archive = mode === "none" ? null : await openArchive(snapshot.folder, describeArchive(options));
  const settings = {
    askedAt,
    delayMs: snapshot.config.delayMs,
    now: snapshot.config.now,
    cache,
    isExcluded: excludes(snapshot),
    listen: (event: AuditEvent) => {
      if (event.type === "request") ledger.add(event.request);
      costs.listen(event);
    },
    evidence: { archive, mode },
  };
  try {
    await withWorld(
      options,
      terminal,
      (effects, stop) => {
        const reasons = reasonsAgainst(switched(options.observers ?? []));
        const notes = [...snapshot.notes, ...reasons, ...(since?.notes ?? [])];
        const note = (text: string) => effects.emit({ type: "note", text });
        for (const text of notes) note(text);
        const known = since === null ? effects : { ...effects, earlier: since.earlier };
        const local = localRunner(known, { atOnce: options.concurrency ?? companiesAtOnce, stop });
        const run = archive ? withTranscripts(local, snapshot.transcripts, sources) : local;
        return work({ snapshot, sources, note, run: thenLedgers(run, snapshot) });
      },
      settings,
    );
  } finally {
    archive?.close();
    cache.close();
    ledger.close();
    costs.close();
    since?.close();
  }
}

/** A runner after which the tables of requests and costs are there: what is made of the other tables lists them too. */
function thenLedgers(run: Runner, snapshot: Snapshot): Runner {
  return async (stage, inputs, onDone) => {
    await run(stage, inputs, onDone);
    await writeRequests(snapshot);
    await writeCosts(snapshot);
  };
}

/** A run that wrote its ledger so long ago, in milliseconds, has asked nobody since. */
const recentMs = 60_000;

/**
 * When an earlier run on this folder may last have asked a host. What it asked just before it was killed stands nowhere, but it was
 * before we were started.
 */
function askedBefore(ledger: string): number | undefined {
  const writtenAt = statSync(ledger, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const startedAt = performance.timeOrigin;
  return startedAt - writtenAt < recentMs ? Math.max(startedAt, writtenAt) : undefined;
}

/** What an audit folder adds to the world. */
interface WorldSettings {
  askedAt?: number | undefined;
  delayMs?: number;
  now?: string | null;
  cache?: RobotsCache;
  isExcluded?: (host: string) => boolean;
  listen?: (event: AuditEvent) => void;
  evidence?: { archive: Archive | null; mode: EvidenceMode };
}

const agentOf = ({ contact }: Options) => `presence-audit/${version} (+${contact ?? "rehearsal"})`;

/** What the head of each evidence file says. */
function describeArchive(options: Options) {
  const about = {
    software: `presence-audit ${version}`,
    "http-header-user-agent": agentOf(options),
    robots: "obey",
  };
  return { about, at: instantOf(clock()) };
}

/** Hosts whose owners asked to be left alone. */
function excludes({ input }: Snapshot): (host: string) => boolean {
  const exclusions = readExclusions(input("exclusions"));
  return (host) => isExcludedHost(host, exclusions);
}

/** Opens the guarded, polite world, does work in it, and closes it whatever happens; `stop` ends what is under way. */
export async function withWorld<T>(
  options: Options,
  terminal: Terminal,
  work: (effects: Effects, stop: () => void) => Promise<T>,
  {
    askedAt,
    delayMs = 1_000,
    now = null,
    cache,
    isExcluded,
    evidence,
    listen = () => undefined,
  }: WorldSettings = {},
): Promise<T> {
  const connectTo = parseConnectTo(options.connectTo ?? []);
  checkManners(connectTo, options);
  const listeners = [
    listen,
    ...(options.quiet ? [] : [tellProgress(terminal)]),
    ...(options.log ? [logTo(options.log)] : []),
  ];
  const tokens = readTokens(options, terminal.environment);
  const world = openWorld({
    userAgent: agentOf(options),
    connectTo,
    ca: options.ca ? readFileSync(options.ca, "utf8") : null,
    insecureTls: options.insecureTls ?? false,
    tokens,
    tellWire: evidence?.archive != null,
    now,
    emit: (event) => listeners.forEach((tell) => void tell(event)),
  });
  const stopping = new AbortController();
  const manners = {
    agent: "presence-audit",
    askedAt,
    delayMs,
    concurrency: options.inFlight ?? requestsAtOnce,
    signal: AbortSignal.any([terminal.signal, stopping.signal]),
    ...(cache && { cache }),
    ...(isExcluded && { isExcluded }),
  };
  const recorded = recordedBy(world, evidence, Object.values(tokens));
  try {
    return await work(polite(recorded, manners), () => stopping.abort());
  } finally {
    world.close();
  }
}

/** The world, with evidence kept where there is an archive for it. */
function recordedBy(
  world: Effects,
  evidence: WorldSettings["evidence"],
  secrets: readonly string[],
): Effects {
  if (!evidence?.archive || evidence.mode === "none") return world;
  return recording(world, { archive: evidence.archive, mode: evidence.mode, secrets });
}

/** @throws AuditError when a request could reach a stranger who cannot tell who asks, or whose clock is not ours */
function checkManners(connectTo: readonly ConnectTo[], { contact, now }: Options): void {
  const covers = (port: number) =>
    connectTo.some((rule) => rule.fromHost === null && (rule.fromPort === null || rule.fromPort === port));
  if (covers(80) && covers(443)) return;
  if (!contact) {
    const hint =
      "Add --contact you@example.org (or a URL): it is sent along so that site owners can reach you";
    throw new AuditError(
      "bad_usage",
      `--contact is missing, and this audit asks other people's servers. ${hint}`,
    );
  }
  if (!/^(\S+@\S+\.\S+|https?:\/\/\S+)$/.test(contact)) {
    throw new AuditError(
      "bad_usage",
      `--contact ${contact}: is no e-mail address or URL. Write it like you@example.org`,
    );
  }
  if (now) throw new AuditError("bad_usage", "--now: the clock cannot be set on the live web. Leave it out");
}

function logTo(path: string): (event: AuditEvent) => void {
  return (event) => appendFileSync(path, `${JSON.stringify(event)}\n`);
}
