import { expect, test } from "vitest";
import { parseConnectTo } from "../../crawler/connect-to.ts";
import { isPublicAddress, routeOf } from "../../crawler/guard.ts";

const reserved = [
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192",
  "192.168.1.1",
  "198.18.0.1",
  "192.0.2.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "168.63.129.16",
  "::",
  "::1",
  "::127.0.0.1",
  "::7f00:1",
  "::2",
  "5f00::1",
  "::ffff:10.0.0.1",
  "::ffff:7f00:1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "2001::1",
  "2001:db8::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "100::1",
  "",
  "nonsense",
  "a.test",
];

test("no private, local, multicast, reserved or metadata address is public", () => {
  expect(reserved.filter(isPublicAddress)).toEqual([]);
});

test("ordinary addresses are public, mapped ones too", () => {
  const ordinary = ["93.184.215.14", "8.8.8.8", "172.32.0.1", "2606:2800:21f:cb07::1", "::ffff:8.8.8.8"];
  expect(ordinary.filter((address) => !isPublicAddress(address))).toEqual([]);
});

const route = (url: string, ...rules: string[]) => routeOf(new URL(url), parseConnectTo(rules));

/** URLs that are refused for their spelling alone, and why. */
const refused = [
  ["http://127.0.0.1/", "private_address"],
  ["http://127.1/", "private_address"],
  ["http://0x7f000001/", "private_address"],
  ["http://0177.0.0.01/", "private_address"],
  ["http://2130706433/", "private_address"],
  ["http://127.0.0.1./", "private_address"],
  ["http://[::ffff:a9fe:a9fe]/", "private_address"],
  ["https://localhost/", "private_address"],
  ["https://LOCALHOST./", "private_address"],
  ["http://x.localhost/", "private_address"],
  ["http://[::127.0.0.1]/", "private_address"],
  ["http://ip6-localhost/", "private_address"],
  ["http://localhost.localdomain/", "private_address"],
  ["http://metadata.google.internal/", "private_address"],
  ["http://instance-data/latest/", "private_address"],
  ["http://printer.local/", "private_address"],
  ["http://router.home.arpa./", "private_address"],
  ["http://a.test:8080/", "port"],
  ["http://a.test:22/", "port"],
  ["ftp://a.test/", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["data:text/html,x", "scheme"],
] as const;

for (const [url, reason] of refused) {
  test(`${url} is refused as ${reason}`, () => expect(route(url)).toBe(reason));
}

test("a public URL goes where it says", () => {
  expect(route("https://a.test/")).toEqual({ host: "a.test", port: 443, exempt: false, covered: false });
  expect(route("http://a.test:443/")).toMatchObject({ port: 443 });
});

test("a rule for any host leads names away, but does not open private addresses that a site spells", () => {
  const any = "::127.0.0.1:8080";
  expect(route("http://a.test/", any)).toEqual({
    host: "127.0.0.1",
    port: 8080,
    exempt: true,
    covered: true,
  });
  expect(route("http://a.test:8080/", any)).toMatchObject({ port: 8080, exempt: true });
  expect(route("http://a.test:22/", any)).toBe("port");
  expect(route("http://169.254.169.254/", any)).toBe("private_address");
  expect(route("http://localhost:8080/", any)).toBe("private_address");
  expect(route("http://127.0.0.1:9999/", any)).toBe("port");
  expect(route("http://127.0.0.1/", any)).toBe("private_address");
  expect(route("http://127.0.0.1:8080/", any)).toMatchObject({ exempt: true });
});

test("a rule that keeps the port opens every port of its target, one that names the host opens that host", () => {
  expect(route("http://a.test:4711/", "::127.0.0.1:")).toMatchObject({
    host: "127.0.0.1",
    port: 4711,
    exempt: true,
  });
  expect(route("http://127.0.0.1:4711/", "::127.0.0.1:")).toBe("private_address");
  expect(route("http://localhost:4711/", "localhost:4711:127.0.0.1:")).toMatchObject({
    port: 4711,
    exempt: true,
  });
});

test("a rule that names no target exempts nothing", () => {
  expect(route("http://a.test/", "a.test:::8080")).toEqual({
    host: "a.test",
    port: 8080,
    exempt: false,
    covered: true,
  });
  expect(route("http://127.0.0.1/", "127.0.0.1:::8080")).toBe("private_address");
});
