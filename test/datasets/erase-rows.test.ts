import { expect, test } from "vitest";
import { withoutRows } from "../../datasets/erase-rows.ts";

const given = (text: string) => ({ file: "corrections.csv", bytes: Buffer.from(text) });
const isAcme = (cell: string) => cell === "acme";

test("rows with such a cell go, all others stay as they read", () => {
  const text = 'company_id;reason\nacme;"a; b"\nbeta;"says ""no"""\n';
  const left = withoutRows(given(text), isAcme);
  expect(left?.file).toBe("corrections.csv");
  expect(Buffer.from(left?.bytes ?? []).toString()).toBe('company_id,reason\r\nbeta,"says ""no"""\r\n');
});

test("a file without such a row is left alone", () => {
  expect(withoutRows(given("company_id\nacme-two\n"), isAcme)).toBeNull();
});
