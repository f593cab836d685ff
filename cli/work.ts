import type { Place } from "../audit.ts";
import type { Company } from "../datasets/schema.ts";
import { reopenSnapshot, type Snapshot } from "../datasets/snapshot.ts";
import { beginAudit, openFrame, required } from "./begin.ts";
import type { Terminal } from "./command.ts";
import type { Options } from "./flags.ts";
import { keepInputs, readInputs, tellUnmatched } from "./inputs.ts";
import { withPlace } from "./place.ts";
import { checkSameProtocol, keepProtocol, openProtocol, withProtocol } from "./protocol.ts";
import { retrying } from "./retry.ts";
import { withConfigFile } from "./settings.ts";

/** Reads the frame, begins or resumes its audit, does the work, and says what came of it. */
export async function auditFrame(
  frameName: string,
  given: Options,
  terminal: Terminal,
  work: (companies: readonly Company[], place: Place) => Promise<void>,
): Promise<undefined> {
  const settled = withConfigFile(given);
  const protocol = await openProtocol(settled);
  const options = withProtocol(settled, protocol);
  const frame = openFrame(frameName, options);
  if (!options.quiet) for (const note of frame.notes) terminal.tell(`${note}\n`);
  const folder = required(options.out, "--out <dir>");
  const inputs = readInputs(options, frameName);
  checkSameProtocol(folder, protocol);
  await inSnapshot(beginAudit(frame, folder, options), async (begun) => {
    keepInputs(begun, inputs);
    keepProtocol(begun, protocol, { ...terminal, ...options });
    const snapshot = options.retry ? retrying(begun, options.retry) : begun;
    await withPlace(snapshot, options, terminal, (place) => work(frame.companies, place));
    if (options.quiet) return;
    await tellUnmatched(snapshot, frame.companies, terminal);
    // Analysis is for the end, and takes time to load: the first request does not wait for it.
    const { summarise } = await import("./summary.ts");
    await summarise(snapshot, options, terminal);
  });
}

/** Does work in the audit that a folder holds, and gives the folder free again whatever happens. */
export async function inAudit(
  folder: string,
  work: (snapshot: Snapshot) => Promise<void>,
): Promise<undefined> {
  await inSnapshot(reopenSnapshot(folder), work);
}

/** Closes a snapshot when the work in it is over, and stamps when that was. */
export async function inSnapshot(
  snapshot: Snapshot,
  work: (snapshot: Snapshot) => Promise<void>,
): Promise<void> {
  try {
    await work(snapshot);
    snapshot.update({ finishedAt: snapshot.config.now ?? new Date().toISOString() });
  } finally {
    snapshot.close();
  }
}
