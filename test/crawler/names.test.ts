import { expect, test } from "vitest";
import { openNames } from "../../crawler/names.ts";

const route = (host: string, exempt = false) => ({ host, port: 80, exempt, covered: exempt });

test("one private address among many rejects the host", async () => {
  const names = openNames(1_000, async () => ["93.184.215.14", "10.0.0.1", "2606:2800:21f:cb07::1"]);
  await expect(names.addressesOf(route("a.test"))).rejects.toMatchObject({ failure: { outcome: "guarded" } });
});

test("a name is looked up once and connected to by that answer, though it might change", async () => {
  let answers = 0;
  const names = openNames(1_000, async () => (answers++ === 0 ? ["93.184.215.14"] : ["127.0.0.1"]));
  const both = [await names.addressesOf(route("a.test")), await names.addressesOf(route("a.test"))];
  expect(both).toEqual([["93.184.215.14"], ["93.184.215.14"]]);
});

test("an address needs no look-up, and only an exempt one may be private", async () => {
  const names = openNames(1_000, () => Promise.reject(new Error("never asked")));
  expect(await names.addressesOf(route("127.0.0.1", true))).toEqual(["127.0.0.1"]);
  await expect(names.addressesOf(route("127.0.0.1"))).rejects.toMatchObject({
    failure: { outcome: "guarded" },
  });
});

test("a name that the user gave is looked up as this machine does, not on the internet", async () => {
  const names = openNames(1_000, () => Promise.reject(new Error("never asked")));
  expect(await names.addressesOf(route("localhost", true))).toContain("127.0.0.1");
});

test("whatever goes wrong in a look-up is a dns_error, unless it took too long", async () => {
  const failing = openNames(1_000, () =>
    Promise.reject(Object.assign(new Error("x"), { code: "ECONNREFUSED" })),
  );
  await expect(failing.addressesOf(route("a.test"))).rejects.toMatchObject({
    failure: { outcome: "dns_error", reason: "no_answer" },
  });
  const hanging = openNames(5, () => new Promise(() => undefined));
  const wait = setTimeout(() => undefined, 100);
  await expect(hanging.addressesOf(route("a.test"))).rejects.toMatchObject({
    failure: { outcome: "timeout", reason: "lookup" },
  });
  clearTimeout(wait);
});
