import { expect, test } from "vitest";
import { findCompany, readPeers } from "../../cli/peers.ts";
import { company } from "../analysis/records.ts";

const frame = [
  company("iqvia", { name: "IQVIA", aliases: ["Quintiles"] }),
  company("a", { name: "Twin" }),
  company("b", { name: "Twin" }),
];

test("a company is found by id, name or alias, whatever the case", () => {
  expect(findCompany(frame, "IQVIA")?.companyId).toBe("iqvia");
  expect(findCompany(frame, "quintiles")?.companyId).toBe("iqvia");
});

test("a name that two companies share means neither", () => {
  expect(findCompany(frame, "Twin")).toBeNull();
});

test("peers are a rule or a list of companies, and one that is not known is named", () => {
  expect(readPeers("country", frame)).toBe("country");
  expect(readPeers("Quintiles, b", frame)).toEqual(["iqvia", "b"]);
  expect(() => readPeers("iqvia,Acme", frame)).toThrow(/id or name Acme/);
});
