import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { clock } from "../../crawler/clock.ts";
import { follow } from "../../crawler/exchange.ts";
import { defaultLimits } from "../../crawler/limits.ts";

const limits = { ...defaultLimits, firstByteMs: 30, idleMs: 30, wholeMs: 60, wireBytes: 100 };
const head = (headers: Record<string, string> = {}) => ({ statusCode: 200, headers });

/** A request in the hands of a client, step by step. */
function client(cut = false) {
  const stream = new PassThrough();
  const exchange = follow(stream, limits, { cut });
  const leave = (reusedSocket = false) => {
    const request = Object.assign(new EventEmitter(), { reusedSocket });
    stream.emit("request", request);
    request.emit("socket");
  };
  const respond = (headers?: Record<string, string>) => stream.emit("response", head(headers));
  const reset = () => stream.destroy(Object.assign(new Error("reset"), { code: "ECONNRESET" }));
  return { stream, exchange, leave, respond, reset };
}

test("an answer has its head, its body and the instant the request left", async () => {
  const { stream, exchange, leave, respond } = client();
  const called = clock();
  await new Promise((resolve) => setTimeout(resolve, 5));
  leave();
  respond();
  stream.end("page");
  const { leftAt, sent, answer } = await exchange;
  expect(leftAt - called).toBeGreaterThanOrEqual(4);
  expect(sent).toBe(true);
  expect(answer).toEqual({ head: head(), body: Buffer.from("page") });
});

test("what never left is not sent", async () => {
  const { exchange, reset } = client();
  reset();
  expect(await exchange).toMatchObject({
    sent: false,
    answer: { outcome: "connect_error", reason: "reset" },
  });
});

test("a break is stale on a used connection, a reset on a new one, truncated within an answer", async () => {
  const reasonAfter = async (reused: boolean, answered: boolean) => {
    const { exchange, leave, respond, reset } = client();
    leave(reused);
    if (answered) respond();
    reset();
    const { answer } = await exchange;
    return "reason" in answer ? answer.reason : null;
  };
  expect(await reasonAfter(true, false)).toBe("stale");
  expect(await reasonAfter(false, false)).toBe("reset");
  expect(await reasonAfter(true, true)).toBe("truncated");
});

test("every phase has its limit, and silence in any of them ends the exchange and the connection", async () => {
  const never = client();
  const noAnswer = client();
  noAnswer.leave();
  const noBody = client();
  noBody.leave();
  noBody.respond();
  const reasons = [];
  for (const { exchange, stream } of [never, noAnswer, noBody]) {
    reasons.push((await exchange).answer);
    expect(stream.destroyed).toBe(true);
  }
  const timeout = (reason: string) => ({ outcome: "timeout", reason });
  expect(reasons).toEqual([timeout("whole"), timeout("first_byte"), timeout("idle")]);
});

test("a body announced as too long is not waited for, unless its beginning is enough", async () => {
  const whole = client();
  whole.respond({ "content-length": "101" });
  expect((await whole.exchange).answer).toEqual({ outcome: "too_large", reason: "wire" });
  const cut = client(true);
  cut.respond({ "content-length": "101" });
  cut.stream.end("beginning");
  expect((await cut.exchange).answer).toMatchObject({ body: Buffer.from("beginning") });
});

test("an answer that wants another protocol is refused and its connection closed", async () => {
  const { stream, exchange } = client();
  const socket = new PassThrough();
  stream.emit("upgrade", head(), socket);
  expect((await exchange).answer).toEqual({ outcome: "protocol_error", reason: "upgrade" });
  expect(socket.destroyed).toBe(true);
});
