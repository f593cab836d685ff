import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { serve, serveRaw, withWorld } from "../loopback.ts";

test("the wire tells heads in their spelling and the body as sent, the answer what it says", async () => {
  const server = serve((_, response) => {
    response.writeHead(200, ["Content-Encoding", "gzip", "X-Odd-Case", "a", "X-Odd-Case", "b"]);
    response.end(gzipSync("<p>page</p>"));
  });
  const { wire, body } = await withWorld(
    server,
    (world) => world.fetch({ url: "http://acme.test/about?a=1", kind: "page" }),
    { tellWire: true },
  );
  expect(Buffer.from(body).toString()).toBe("<p>page</p>");
  expect(gunzipSync(Buffer.concat(wire?.body ?? [])).toString()).toBe("<p>page</p>");
  expect(wire?.isWhole).toBe(true);
  expect(wire?.request.line).toBe("GET /about?a=1 HTTP/1.1");
  expect(wire?.request.headers.map(([name]) => name.toLowerCase())).toContain("user-agent");
  expect(wire?.response?.line).toBe("HTTP/1.1 200 OK");
  expect(wire?.response?.headers.slice(0, 3)).toEqual([
    ["Content-Encoding", "gzip"],
    ["X-Odd-Case", "a"],
    ["X-Odd-Case", "b"],
  ]);
});

test("an exchange without an answer has its request alone, and a world that was not asked tells nothing", async () => {
  const hangUp = () => serveRaw((socket) => socket.once("data", () => socket.destroy()));
  const ask = (tellWire: boolean) =>
    withWorld(hangUp(), (world) => world.fetch({ url: "http://acme.test/", kind: "page" }), { tellWire });
  const { outcome, wire } = await ask(true);
  expect(outcome).toBe("connect_error");
  expect(wire).toMatchObject({ response: null, body: [], isWhole: false });
  expect((await ask(false)).wire).toBeUndefined();
});
