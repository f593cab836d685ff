/** What was decided before a wave was measured, and where the audit went another way. */
import { z } from "zod";
import { AuditConfig } from "./config.ts";
import { AuditError } from "./error.ts";
import { count, number, text, texts } from "./fields.ts";

/** What an audit may do beside visiting sites and reading accounts openly. */
export const protocolSteps = ["tokens", "imports", "corrections", "readings", "detection"] as const;
export type ProtocolStep = (typeof protocolSteps)[number];

/** A published figure by its key: the columns of the benchmarks that name it. */
const Outcome = z.strictObject({
  metric: text("Metric id"),
  statistic: text("Which statistic of the metric"),
  segment: text("Segment, or all"),
  sizeBand: text("Size band, or all"),
  platforms: text("Platform set: a platform, observable, any; all where none applies"),
  thetaDays: number("Threshold of activity; null where none applies", { unit: "days" }).nullable(),
  windowDays: number("Window of rates; null where none applies", { unit: "days" }).nullable(),
});
export type Outcome = z.infer<typeof Outcome>;

/** A share without one number may still be what was planned: its worst-case bounds. */
export const boundsOnly = "bounds";

const undecided = "what decides no result: who asks, how fast, the clock";

export const Protocol = z.strictObject({
  protocolVersion: z.literal(1).meta({ description: "Version of this form" }),
  title: text("What the wave is about"),
  decidedOn: z.iso.date().meta({ description: "Day on which this was decided, YYYY-MM-DD" }),
  frame: z
    .strictObject({
      file: text("The frame's file name"),
      sha256: text("SHA-256 of the frame's rows as read, as audit.json has it"),
      companies: count("Rows of the frame"),
    })
    .meta({ description: "Who is audited" }),
  settings: AuditConfig.omit({ delayMs: true, now: true })
    .strict()
    .meta({
      description: `Thresholds, window, kinds of accounts and all else that decides; not ${undecided}`,
    }),
  platforms: texts("Social platforms that `any` speaks of"),
  instrument: z
    .strictObject({
      grammar: text("Version of the URL grammar"),
      extractor: text("Version of the extractor"),
      attribution: text("Version of the ownership rules"),
    })
    .meta({ description: "With what is measured" }),
  exclusions: text("SHA-256 of exclusions.csv; null where nobody is left out")
    .nullable()
    .meta({ description: "Who is left out" }),
  steps: z.array(z.enum(protocolSteps)).meta({
    description:
      "What is meant to be done beside: tokens of the user's own, imports of exports, corrections of accounts, readings by hand, detection checked by hand",
  }),
  primaryOutcome: Outcome.meta({ description: "The figure that the wave is for" }),
  secondaryOutcomes: z.array(Outcome).meta({ description: "Further figures that are decided on" }),
  estimators: z.record(text("Metric id"), texts("Interval methods (ci_method)")).meta({
    description: `Methods that the outcomes of each metric may rest on; ${boundsOnly}: no one number`,
  }),
  notes: text("Anything else that is decided: hypotheses, when to stop, who reads").nullable(),
});
export type Protocol = z.infer<typeof Protocol>;

export const KeptProtocol = z.object({
  file: text("Name of the file as given; its copy is inputs/protocol.json"),
  sha256: text("SHA-256 of the file, hex"),
  visitedBefore: count("Sites that were already visited when it was given; 0 where it came first"),
  plan: Protocol,
});
export type KeptProtocol = z.infer<typeof KeptProtocol>;

export const Deviation = z.object({
  about: text("What was decided, by its place in the protocol; protocol for when it was given"),
  planned: text("As the protocol has it; empty where it has nothing").nullable(),
  done: text("As it was done; empty where nothing was").nullable(),
});
export type Deviation = z.infer<typeof Deviation>;

/**
 * Reads a protocol.
 *
 * @throws AuditError naming every field at fault
 */
export function readProtocol(bytes: Uint8Array, file: string): Protocol {
  const parsed = Protocol.safeParse(parseJson(bytes, file));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${file}, ${path.join(".")}: ${message}`);
    throw new AuditError("bad_input", faults.join("\n"));
  }
  const { settings, primaryOutcome, secondaryOutcomes } = parsed.data;
  const theta = [primaryOutcome, ...secondaryOutcomes].find(
    ({ thetaDays }) => thetaDays !== null && !settings.thetas.includes(thetaDays),
  )?.thetaDays;
  if (theta === undefined) return parsed.data;
  const hint = `Add it there, or take one of ${settings.thetas.join(", ")}`;
  throw new AuditError("bad_input", `${file}: thetaDays ${theta} is none of settings.thetas. ${hint}`);
}

function parseJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch (cause) {
    const hint = "Write one with: presence-audit plan FRAME --write-protocol FILE";
    throw new AuditError("bad_input", `${file}: is no JSON. ${hint}`, { cause });
  }
}
