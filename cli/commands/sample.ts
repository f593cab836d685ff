import { drawSample, stratumFields } from "../../analysis/sample.ts";
import { AuditError } from "../../datasets/error.ts";
import { writeFrame } from "../../datasets/frame.ts";
import { openFrame, required } from "../begin.ts";
import type { Command } from "../command.ts";

/** A part of a frame that stands for the whole. */
export const sampleCommand: Command = {
  name: "sample",
  arguments: ["<frame>"],
  summary:
    "draw a stratified random sample of a frame and print it as a frame; audited, every estimate speaks of the whole",
  flags: ["n", "strata", "seed", "include", "columns", "segment", "json"],
  example: "presence-audit sample cros --n 100 --strata segment --seed 1 > sample.csv",
  async run([frame = ""], options, terminal) {
    const { n, strata = [], seed = 1, include = [], json } = options;
    const eligible = ["active", ...include];
    const companies = openFrame(frame, options).companies.filter(({ status }) => eligible.includes(status));
    const fields = stratumFields.filter((field) => strata.includes(field));
    if (fields.length < strata.length)
      throw new AuditError("bad_usage", "--strata class: is for sheets only");
    const sample = drawSample(companies, { n: required(n, "--n <n>"), strata: fields, seed });
    if (sample.fault !== null) throw new AuditError("bad_usage", `${frame}: ${sample.fault}`);
    terminal.print(json ? `${JSON.stringify(sample)}\n` : writeFrame(sample.companies));
    for (const { stratum, size, drawn } of sample.strata) terminal.tell(`${stratum}: ${drawn} of ${size}\n`);
    return undefined;
  },
};
