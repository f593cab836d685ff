import type { ClientRequest, IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type BodyLimits, readBody } from "./body.ts";
import { clock } from "./clock.ts";
import { type Failure, failureError, failureOf } from "./failures.ts";
import type { Limits } from "./limits.ts";
import { type OwnTimer, openOwnTimer } from "./own-time.ts";

/** How one exchange went. */
interface Exchange {
  /** When the request really left, or was called if it never did; milliseconds of `clock`. */
  leftAt: number;
  /** Whether it left at all. */
  sent: boolean;
  answer: { head: IncomingMessage; body: Uint8Array } | Failure;
}

/** How a body is taken in. */
type Taking = Pick<BodyLimits, "cut" | "room">;

/**
 * Follows a request from its call to its last byte, under all limits. It settles in any case, and `stream` is over then.
 *
 * @param stream tells `request`, `response` and `upgrade` as events and gives the body as sent
 */
export function follow(stream: Duplex, limits: Limits, taking: Taking): Promise<Exchange> {
  const progress = { leftAt: clock(), sent: false };
  let expired: (phase: string) => void = () => undefined;
  const timers = phases(limits.wholeMs, (phase) => expired(phase));
  let isReused = false;
  let isAnswered = false;
  const answer = new Promise<Exchange["answer"]>((resolve, reject) => {
    expired = (phase) => reject(failureError("timeout", phase));
    stream.on("error", reject);
    stream.once("upgrade", (_head, socket: Duplex) => {
      socket.destroy();
      reject(failureError("protocol_error", "upgrade"));
    });
    stream.once("request", (request: ClientRequest) =>
      // Our agents hand over connected sockets only, and the request is written in the same turn.
      request.once("socket", () => {
        Object.assign(progress, { leftAt: clock(), sent: true });
        isReused = request.reusedSocket;
        timers.begin("first_byte", limits.firstByteMs);
      }),
    );
    // On a busy machine it may take a while until the system has it, and delays count from there.
    stream.once("request", (request: ClientRequest) =>
      request.once("finish", () => Object.assign(progress, { leftAt: clock() })),
    );
    stream.once("response", (head: IncomingMessage) => {
      isAnswered = true;
      timers.begin("idle", limits.idleMs);
      const signs = { alive: timers.refresh, waits: timers.hold };
      takeBody(stream, head, { ...limits, ...taking, ...signs }).then(
        (body) => resolve({ head, body }),
        reject,
      );
    });
  });
  return answer
    .catch((error: unknown) => explain(failureOf(error), isReused, isAnswered))
    .then((answer) => ({ ...progress, answer }))
    .finally(() => {
      timers.end();
      if (!stream.readableEnded) stream.destroy();
    });
}

async function takeBody(
  stream: Duplex,
  head: IncomingMessage,
  limits: BodyLimits & Pick<Limits, "wireBytes">,
) {
  const length = Number(head.headers["content-length"] ?? 0);
  if (length > limits.wireBytes && !limits.cut) throw failureError("too_large", "wire");
  return await readBody(stream, head.headers["content-encoding"] ?? "", limits);
}

/**
 * A connection that breaks within an answer leaves it incomplete. One that breaks before an answer, though it had served others,
 * was closed by the server while idle (`stale`): the request was never read and may be sent again.
 */
function explain(failure: Failure, isReused: boolean, isAnswered: boolean): Failure {
  if (failure.outcome !== "connect_error") return failure;
  if (isAnswered) return { outcome: "protocol_error", reason: "truncated" };
  return isReused ? { ...failure, reason: "stale" } : failure;
}

/** A timer for the phase an exchange is in and one for all of it. */
function phases(wholeMs: number, expired: (phase: string) => void) {
  const whole = openOwnTimer(wholeMs, () => expired("whole"));
  let phase: OwnTimer | undefined;
  return {
    begin(name: string, ms: number) {
      phase?.end();
      phase = openOwnTimer(ms, () => expired(name));
    },
    refresh: () => phase?.refresh(),
    hold(until: Promise<unknown>) {
      whole.hold(until);
      phase?.hold(until);
    },
    end() {
      whole.end();
      phase?.end();
    },
  };
}
