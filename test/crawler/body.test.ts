import { PassThrough, Readable } from "node:stream";
import { brotliCompressSync, constants, createGzip, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readBody } from "../../crawler/body.ts";

const limits = { wireBytes: 100_000, bodyBytes: 1_000_000, cut: false };
const text = "All about clinical trials. ".repeat(200);
const streamOf = (bytes: Uint8Array) => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]);
const read = async (bytes: Uint8Array, encoding: string, more: Partial<typeof limits> = {}) =>
  Buffer.from(await readBody(streamOf(bytes), encoding, { ...limits, ...more })).toString();

/** Bodies as servers send them under a Content-Encoding. */
const encodings = [
  ["", Buffer.from(text)],
  ["identity", Buffer.from(text)],
  ["utf-8", Buffer.from(text)],
  ["gzip", gzipSync(text)],
  ["X-GZIP", gzipSync(text)],
  ["br", brotliCompressSync(text)],
  ["deflate", deflateSync(text)],
  ["deflate", deflateRawSync(text)],
  ["gzip, br", brotliCompressSync(gzipSync(text))],
  ["gzip", Buffer.concat([gzipSync(text), Buffer.alloc(9)])],
] as const;

encodings.forEach(([encoding, bytes], index) => {
  test(`body ${index} under "${encoding}" is read`, async () =>
    expect(await read(bytes, encoding)).toBe(text));
});

test("an empty body is empty under any encoding", async () => {
  const empty = await Promise.all(
    ["", "gzip", "br", "deflate"].map((encoding) => read(Buffer.alloc(0), encoding)),
  );
  expect(empty).toEqual(["", "", "", ""]);
});

test("a compressed body that ends early gives what it held", async () => {
  const half = await read(gzipSync(text).subarray(0, 40), "gzip");
  expect(text.startsWith(half)).toBe(true);
});

test("a body that is not what its encoding says is an error, and so are encodings nobody asked for", async () => {
  await expect(read(Buffer.from(text), "gzip")).rejects.toMatchObject({ code: "Z_DATA_ERROR" });
  await expect(read(Buffer.from(text), "zstd")).rejects.toMatchObject({
    failure: { outcome: "protocol_error" },
  });
  await expect(read(Buffer.from(text), "gzip,gzip,gzip,gzip")).rejects.toMatchObject({
    failure: { reason: "content_encoding" },
  });
});

const zeros = Buffer.alloc(20_000_000);
const bombs = [
  ["gzip", gzipSync(zeros)],
  ["br", brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ["deflate", deflateRawSync(zeros)],
  ["gzip, gzip", gzipSync(gzipSync(zeros))],
] as const;

for (const [encoding, bomb] of bombs) {
  test(`a bomb under ${encoding} is cut`, async () => {
    await expect(read(bomb, encoding)).rejects.toMatchObject({
      failure: { outcome: "too_large", reason: "body" },
    });
  });
}

test("a bomb is cut while it comes: the server never gets rid of the rest", async () => {
  const server = new PassThrough();
  const bomb = createGzip();
  bomb.pipe(server);
  let written = 0;
  const feed = setInterval(() => {
    written += 200_000;
    bomb.write(zeros.subarray(0, 200_000));
    bomb.flush();
  }, 1);
  await expect(readBody(server, "gzip", limits)).rejects.toMatchObject({ failure: { reason: "body" } });
  clearInterval(feed);
  expect(written).toBeLessThan(5_000_000);
});

test("too much on the wire is too large though it unfolds to little", async () => {
  const blocks = Buffer.concat(Array.from({ length: 60 }, () => gzipSync(Buffer.from(text))));
  await expect(read(blocks, "gzip", { wireBytes: 1_000 })).rejects.toMatchObject({
    failure: { reason: "wire" },
  });
});

test("a body that is to be cut ends at the limit", async () => {
  expect(await read(gzipSync(text), "gzip", { bodyBytes: 10, cut: true })).toBe(text.slice(0, 10));
});

test("an error of the connection is the body's error", async () => {
  const broken = new PassThrough();
  const body = readBody(broken, "gzip", limits);
  broken.write(gzipSync(text).subarray(0, 20));
  broken.destroy(new Error("reset"));
  await expect(body).rejects.toThrow("reset");
});

test("many large bodies at once wait for each other, and each is read whole", async () => {
  const large = gzipSync(Buffer.alloc(1_500_000, "x"));
  const bodies = await Promise.all(
    Array.from({ length: 40 }, () => read(large, "gzip", { bodyBytes: 2_000_000 })),
  );
  expect(bodies.map((body) => body.length)).toEqual(Array.from({ length: 40 }, () => 1_500_000));
});

test("a large body waits until there is room, tells so, and is read whole then", async () => {
  let give: () => void = () => undefined;
  const room = new Promise<void>((resolve) => (give = resolve));
  const waits: Promise<unknown>[] = [];
  const pieces = Array.from({ length: 15 }, () => Buffer.alloc(100_000, "x"));
  const taking = { ...limits, bodyBytes: 2_000_000, wireBytes: 2_000_000, room: () => room };
  let length = 0;
  const body = readBody(Readable.from(pieces), "", {
    ...taking,
    waits: (place) => waits.push(place),
  }).then((whole) => {
    length = whole.length;
  });
  while (waits.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect([waits.length, length]).toEqual([1, 0]);
  give();
  await Promise.all([...waits, body]);
  expect(length).toBe(1_500_000);
});

test("a large body waits for room, too, where nobody wants to be told", async () => {
  let asked = 0;
  const pieces = Array.from({ length: 15 }, () => Buffer.alloc(100_000, "x"));
  const room = async () => {
    asked += 1;
  };
  const taking = { ...limits, bodyBytes: 2_000_000, wireBytes: 2_000_000, room };
  expect(await readBody(Readable.from(pieces), "", taking)).toHaveLength(1_500_000);
  expect(asked).toBe(1);
});
