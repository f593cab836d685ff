import "reflect-metadata";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { createServer, request } from "node:https";
import { createSecureContext } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Authority, createAuthority } from "../../../datasets/synthetic/tls.ts";

let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority((host) => (host === "wrong.test" ? "other.test" : host));
});

const server = createServer(
  {
    SNICallback: (host, done) => {
      authority.contextFor(host).then((context) => done(null, context), done);
    },
  },
  (_, response) => response.end("hello"),
);
afterAll(() => server.close());

async function connect(servername: string, ca: string): Promise<string> {
  if (!server.listening) await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const asked = request({
    host: "127.0.0.1",
    port,
    servername,
    ca,
    headers: { host: servername },
    agent: false,
  });
  asked.end();
  return new Promise((resolve) => {
    asked.once("response", (response) => {
      response.resume();
      resolve(`status ${response.statusCode}`);
    });
    asked.once("error", (error) => resolve("code" in error ? String(error.code) : error.message));
  });
}

test("a client that trusts the authority connects to any host by its own name", async () => {
  expect(await connect("www.one.test", authority.ca)).toBe("status 200");
  expect(await connect("public.api.bsky.app", authority.ca)).toBe("status 200");
});

test("a certificate for another name is refused", async () => {
  expect(await connect("wrong.test", authority.ca)).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
});

test("a client that does not trust the authority is not fooled", async () => {
  const { ca } = await createAuthority((host) => host);
  expect(await connect("www.one.test", ca)).toMatch(/SELF_SIGNED|UNABLE_TO|SIGNATURE/);
});

test("the authority may sign and is marked as one", () => {
  const certificate = new X509Certificate(authority.ca);
  expect(certificate.ca).toBe(true);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
});

test("a host's context is made once", async () => {
  const [first, second] = await Promise.all([
    authority.contextFor("two.test"),
    authority.contextFor("two.test"),
  ]);
  expect(first).toBe(second);
  expect(first).toBeInstanceOf(createSecureContext().constructor);
});

test("very many hosts do not fill the memory: the oldest are forgotten", async () => {
  const first = await authority.contextFor("host0.test");
  for (let at = 1; at <= 512; at += 1) await authority.contextFor(`host${at}.test`);
  expect(await authority.contextFor("host0.test")).not.toBe(first);
  expect(await authority.contextFor("host512.test")).toBe(await authority.contextFor("host512.test"));
});
