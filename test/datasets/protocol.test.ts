import { expect, test } from "vitest";
import { z } from "zod";
import { AuditConfig } from "../../datasets/config.ts";
import { Deviation, Protocol, readProtocol } from "../../datasets/protocol.ts";
import { protocol } from "./records.ts";

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const read = (value: unknown) => readProtocol(bytesOf(value), "plan.json");

test("a protocol is read back as it was written", () => {
  expect(read(protocol())).toEqual(protocol());
});

test("a setting that is left out is decided at its default", () => {
  const { window: _window, ...settings } = protocol().settings;
  expect(read({ ...protocol(), settings }).settings.window).toBe(90);
});

test("what is misspelt, missing or unknown is named by its place, all at once", () => {
  const { title: _title, ...rest } = protocol();
  const bad = { ...rest, settings: { thetas: [90], thetta: 1 }, primaryOutcom: {}, decidedOn: "soon" };
  for (const place of ["plan.json, title", "plan.json, settings", "thetta", "primaryOutcom", "decidedOn"])
    expect(() => read(bad)).toThrow(place);
});

test("an outcome at a threshold that is not computed is refused: it could never be answered", () => {
  const primaryOutcome = { ...protocol().primaryOutcome, thetaDays: 60 };
  expect(() => read({ ...protocol(), primaryOutcome })).toThrow("thetaDays 60 is none of settings.thetas");
  expect(() => read({ ...protocol(), secondaryOutcomes: [primaryOutcome] })).toThrow("thetaDays 60");
});

test("a file that is no JSON says how one is written", () => {
  expect(() => readProtocol(Buffer.from("theta: 90"), "plan.json")).toThrow("plan FRAME --write-protocol");
});

/** Fields without a description, by name, at any depth. */
function bare(schema: unknown, name = ""): string[] {
  const { description, properties = {}, anyOf = [] } = Node.parse(schema);
  const isTold =
    description !== undefined || anyOf.some((each) => Node.parse(each).description !== undefined);
  const below = Object.entries(properties).flatMap(([key, field]) => bare(field, key));
  return isTold || name === "" ? below : [name, ...below];
}

const Node = z.object({
  description: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
});

test("every field of a protocol and of a deviation is described", () => {
  expect(bare(z.toJSONSchema(Protocol))).toEqual([]);
  expect(bare(z.toJSONSchema(Deviation))).toEqual([]);
});

test("all that decides a result is part of a protocol; who asks and how fast is not", () => {
  const decided = Object.keys(Protocol.shape.settings.shape);
  const others = Object.keys(AuditConfig.shape).filter((name) => !decided.includes(name));
  expect(others).toEqual(["delayMs", "now"]);
});
