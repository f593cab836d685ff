import { type Readable, Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import pLimit from "p-limit";
import { failureError } from "./failures.ts";

/** How much of a body is taken, and how. */
export interface BodyLimits {
  /** Bytes as sent. */
  wireBytes: number;
  /** Bytes after decompression. */
  bodyBytes: number;
  /** Whether a longer body ends at `bodyBytes` instead of failing: right for robots.txt, whose beginning counts. */
  cut: boolean;
  /** Told of every piece that came or was decoded. */
  alive?: () => void;
  /** Comes when there is room for one more large body; at once where it is absent. */
  room?: (() => Promise<unknown>) | undefined;
  /** Told of the wait for a place, which is no fault of the far end. */
  waits?: (place: Promise<unknown>) => void;
}

/** A body that is larger than this waits for one of so many places: many large ones at once would fill the memory. */
const largeBytes = 1024 * 1024;
const inLargePlace = pLimit(6);

/**
 * Reads a body as it comes and undoes gzip, deflate and brotli. Decoded bytes are counted while streaming: a bomb is cut when it
 * has grown to the limit and never unfolds. The caller destroys `stream` afterwards.
 *
 * @param contentEncoding the header's value; codings unknown to us are taken for none, as browsers do
 * @returns the decoded body; rejects with a `failureError` `too_large`, or with the error of the stream or a decoder
 */
export function readBody(stream: Readable, contentEncoding: string, limits: BodyLimits): Promise<Uint8Array> {
  const decoders = decodersFor(contentEncoding);
  const last = decoders.at(-1) ?? stream;
  const body = new Promise<Uint8Array>((resolve, reject) => {
    for (const part of [stream, ...decoders]) part.on("error", reject);
    const tooLarge = (reason: string) => reject(failureError("too_large", reason));
    if (decoders.length > 0) counting(stream, limits.wireBytes, () => tooLarge("wire"));
    decoders.reduce<Readable>((from, to) => from.pipe(to), stream);
    const pieces: Uint8Array[] = [];
    const whole = () => resolve(Buffer.concat(pieces));
    last.on("data", (piece: Uint8Array) => pieces.push(piece)).once("end", whole);
    for (const part of new Set([stream, last])) part.on("data", () => limits.alive?.());
    counting(last, limits.bodyBytes, () => {
      if (!limits.cut) return tooLarge("body");
      return resolve(Buffer.concat(pieces).subarray(0, limits.bodyBytes));
    });
  });
  counting(last, largeBytes, () => {
    const place = waitForPlace(last, body, limits.room);
    limits.waits?.(place);
  });
  return body.finally(() => {
    for (const decoder of decoders) decoder.destroy();
  });
}

/** Calls `over` once, at the piece that goes beyond the limit. */
function counting(stream: Readable, limit: number, over: () => void): void {
  let bytes = 0;
  stream.on("data", (piece: Uint8Array) => {
    const before = bytes;
    bytes += piece.length;
    if (before <= limit && bytes > limit) over();
  });
}

/** Stops the stream until there is a place, which it keeps until the body is settled. */
function waitForPlace(stream: Readable, body: Promise<unknown>, room: BodyLimits["room"]): Promise<void> {
  stream.pause();
  const settled = body.catch(() => undefined);
  return new Promise((taken) => {
    void inLargePlace(async () => {
      await Promise.race([room?.(), settled]);
      stream.resume();
      taken();
      await settled;
    });
  });
}

// A body that ends early gives what it held, as in browsers. Each chunk costs a turn of the event loop: they are large.
const lenient = { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 128 * 1024 };

const codings: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(lenient),
  "x-gzip": () => createGunzip(lenient),
  deflate: anyInflate,
  br: () =>
    createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH, chunkSize: lenient.chunkSize }),
};

/** Codings that a server may use though nobody asked for them, and without whose decoder the body is noise. */
const unreadable: readonly string[] = ["zstd", "compress", "x-compress", "dcb", "dcz"];

const mostCodings = 3;

function decodersFor(contentEncoding: string): Transform[] {
  if (contentEncoding === "") return [];
  const names = contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const known = names.filter((name) => Object.hasOwn(codings, name));
  if (known.length > mostCodings || names.some((name) => unreadable.includes(name))) {
    throw failureError("protocol_error", "content_encoding");
  }
  return known.reverse().flatMap((name) => codings[name]?.() ?? []);
}

/** `deflate` means zlib's format, but some servers send the bare one; the first byte tells (RFC 1950, CM = 8). */
function anyInflate(): Transform {
  let inner: Transform | null = null;
  const start = (first: number) => {
    const made = (first & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient);
    return made.on("data", (piece) => outer.push(piece)).on("error", (error) => outer.destroy(error));
  };
  const outer: Transform = new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      inner ??= start(piece[0] ?? 0);
      inner.write(piece, () => done());
    },
    flush(done) {
      if (inner === null) done();
      else inner.once("end", done).end();
    },
    destroy(error, done) {
      inner?.destroy();
      done(error);
    },
  });
  return outer;
}
