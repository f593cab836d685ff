import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Options } from "../../cli/flags.ts";
import { draftProtocol, writeProtocol } from "../../cli/protocol-draft.ts";
import { digest } from "../../datasets/manifest.ts";
import { readProtocol } from "../../datasets/protocol.ts";
import { company } from "../datasets/records.ts";

const frame = { file: "frame.csv", companies: [company("a"), company("b")], notes: [] };
const draft = (options: Options = {}, more: Partial<Parameters<typeof draftProtocol>[0]> = {}) =>
  draftProtocol({ frame, options, exclusions: null, today: "2026-09-01", ...more });

test("a draft holds the frame as the manifest will, every setting, and an outcome that can be answered", () => {
  const plan = draft({ window: 28, contact: "you@example.org", delayMs: 0 });
  expect(plan.frame).toEqual({ file: "frame.csv", sha256: digest(frame.companies), companies: 2 });
  expect(plan.settings).toMatchObject({ window: 28, lookback: 365, seed: 1 });
  expect(plan.settings).not.toHaveProperty("delayMs");
  expect(plan.platforms).toContain("linkedin");
  expect(plan.platforms).not.toContain("feed");
  expect(plan.primaryOutcome).toMatchObject({ metric: "share_inactive", platforms: "any", thetaDays: 90 });
  expect(plan.estimators).toEqual({ share_inactive: ["wilson", "bounds"] });
  expect(readProtocol(Buffer.from(JSON.stringify(plan)), "plan.json")).toEqual(plan);
});

test("threshold, platforms, exclusions and a sample show in the draft", () => {
  const exclusions = { file: "exclusions.csv", bytes: Buffer.from("host\na.test\n") };
  const sampled = { ...frame, companies: [company("a", { stratum: "all", stratumSize: 9 })] };
  const plan = draft({ thetas: [60, 120], set: "bluesky" }, { exclusions, frame: sampled });
  expect(plan.primaryOutcome).toMatchObject({ platforms: "bluesky", thetaDays: 60 });
  expect(plan.exclusions).toBe(createHash("sha256").update(exclusions.bytes).digest("hex"));
  expect(plan.estimators["share_inactive"]).toEqual(["korn_graubard", "bounds"]);
});

test("a protocol that is there is never written over: it may be registered", () => {
  const folder = mkdtempSync(join(tmpdir(), "draft-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "plan.json");
  const sha256 = writeProtocol(path, draft());
  expect(createHash("sha256").update(readFileSync(path)).digest("hex")).toBe(sha256);
  expect(() => writeProtocol(path, draft({ window: 1 }))).toThrow("is there already");
  expect(createHash("sha256").update(readFileSync(path)).digest("hex")).toBe(sha256);
});
