import { expect, test } from "vitest";
import { AuditConfig } from "../../datasets/config.ts";
import { digest, newManifest } from "../../datasets/manifest.ts";
import { company } from "./records.ts";

const beginning = {
  companies: [company("acme")],
  frameFile: "firms.csv",
  config: AuditConfig.parse({}),
  instrument: { software: "presence-audit 0", grammar: "1", extractor: "1", attribution: "1", observers: [] },
  startedAt: "2026-09-30T12:00:00.000Z",
};

test("the same frame and configuration have one auditId, whenever they are audited", () => {
  const later = { ...beginning, startedAt: "2027-01-01T00:00:00.000Z", frameFile: "renamed.csv" };
  expect(newManifest(later).auditId).toBe(newManifest(beginning).auditId);
});

test("another company, or another window, is another audit", () => {
  const ids = [
    beginning,
    { ...beginning, companies: [company("acme", { name: "Acme Inc." })] },
    { ...beginning, config: AuditConfig.parse({ window: 30 }) },
  ].map((each) => newManifest(each).auditId);
  expect(new Set(ids).size).toBe(3);
});

test("a digest is the SHA-256 of the JSON", () => {
  expect(digest({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});
