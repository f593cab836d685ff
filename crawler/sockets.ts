import http from "node:http";
import https from "node:https";
import { connect, isIP, isIPv6, Socket } from "node:net";
import type { Duplex } from "node:stream";
import tls, { type SecureContext } from "node:tls";
import { bareHost, type ConnectTo } from "./connect-to.ts";
import { failureError, failureOf, tlsReason } from "./failures.ts";
import { isPublicAddress, type Route, routeOf } from "./guard.ts";
import type { Limits } from "./limits.ts";
import type { Names } from "./names.ts";
import { openOwnTimer } from "./own-time.ts";

/** What connecting needs to know. */
interface SocketOptions {
  rules: readonly ConnectTo[];
  limits: Limits;
  /** Certificates in PEM, trusted beside the usual ones, and only for hosts that `rules` cover. */
  ca: string | null;
  insecureTls: boolean;
  names: Names;
}

/** Agents that got sends through, and their end: `close` drops every connection, those in use too. */
export interface Agents {
  http: http.Agent;
  https: https.Agent;
  close: () => void;
}

/** An idle connection is closed after this time, and the one idle for longest when there are too many. */
const idleMs = 8_000;
const mostIdle = 256;

/** Addresses of one name that are tried. */
const mostAddresses = 4;

/**
 * Agents that own every connection. They look names up, judge the addresses, connect to one of these very addresses, judge the far
 * end once more, and verify the certificate for the host that was asked for, wherever `--connect-to` led.
 */
export function openAgents(options: SocketOptions): Agents {
  const { ca } = options;
  const trusted = ca === null ? undefined : tls.createSecureContext({ ca: [...tls.rootCertificates, ca] });
  const open = new Set<Socket>();
  const openSocket = async (url: URL): Promise<Connection> => {
    const connection = await connectFor(url, options, open);
    return url.protocol === "https:" ? secured(url, connection, { ...options, trusted }) : connection;
  };
  const settings = { keepAlive: true, timeout: idleMs, maxFreeSockets: 1 };
  const createConnection = answering(openSocket);
  const plain = Object.assign(new http.Agent(settings), { createConnection });
  const secure = Object.assign(new https.Agent(settings), { createConnection });
  const idle = new Set<Duplex>();
  for (const agent of [plain, secure]) boundIdle(agent, idle);
  const close = () => {
    for (const socket of open) socket.destroy();
  };
  return { http: plain, https: secure, close };
}

interface Connection {
  socket: Socket;
  route: Route;
}

type Answer = (error: Error | null, socket: Duplex) => void;

/** Node's callback form of `open`. After an error Node ignores the socket that its type asks for. */
function answering(open: (url: URL) => Promise<Connection>) {
  return (options: http.ClientRequestArgs, answer?: Answer): undefined => {
    const host = options.host ?? "";
    const authority = `${isIPv6(host) ? `[${host}]` : host}:${options.port ?? ""}`;
    open(new URL(`${options.protocol ?? "http:"}//${authority}`)).then(
      ({ socket }) => answer?.(null, socket),
      (error: Error) => answer?.(error, new Socket()),
    );
  };
}

/** Connects to the first address that answers. */
async function connectFor(
  url: URL,
  { rules, limits, names }: SocketOptions,
  open: Set<Socket>,
): Promise<Connection> {
  const route = routeOf(url, rules);
  if (typeof route === "string") throw failureError("guarded", route);
  const addresses = (await names.addressesOf(route)).slice(0, mostAddresses);
  const ms = limits.connectMs / Math.min(addresses.length, 2);
  let failure: unknown = failureError("dns_error", "not_found");
  for (const address of addresses) {
    const socket = connect({ host: address, port: route.port, noDelay: true });
    open.add(socket.once("close", () => open.delete(socket)));
    try {
      await settled(socket, "connect", ms);
      judgeFarEnd(socket, route);
      return { socket, route };
    } catch (error) {
      socket.destroy();
      failure = asFailure(error, "connect_error");
    }
  }
  throw failure;
}

/** The address connected to, not the name, is what must be public. */
function judgeFarEnd({ remoteAddress = "" }: Socket, route: Route): void {
  if (!route.exempt && !isPublicAddress(remoteAddress)) throw failureError("guarded", "private_address");
}

interface TlsOptions {
  limits: Limits;
  insecureTls: boolean;
  trusted: SecureContext | undefined;
}

async function secured(url: URL, { socket, route }: Connection, options: TlsOptions): Promise<Connection> {
  const { limits, insecureTls, trusted } = options;
  const host = bareHost(url);
  const secure = tls.connect({
    socket,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(route.covered && trusted !== undefined ? { secureContext: trusted } : {}),
    rejectUnauthorized: !insecureTls,
    ALPNProtocols: ["http/1.1"],
  });
  try {
    await settled(secure, "secureConnect", limits.connectMs);
    return { socket: secure, route };
  } catch (error) {
    secure.destroy();
    throw asFailure(error, "tls_error");
  }
}

const phaseNames = { connect: "connect", secureConnect: "tls" } as const;

/** Resolves at the event; rejects at an error, at the socket's end and when `ms` are over. */
function settled(socket: Socket, event: keyof typeof phaseNames, ms: number): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const timer = openOwnTimer(ms, () => reject(failureError("timeout", phaseNames[event])));
    socket.once(event, () => {
      timer.end();
      resolve();
    });
    socket.once("close", () => {
      timer.end();
      reject(failureError("connect_error", "reset"));
    });
    // It stays: no error may go unheard between here and the agent's own listener.
    socket.on("error", reject);
  });
}

/** Whatever goes wrong in a phase is that phase's outcome, except what is known better. */
function asFailure(error: unknown, phase: "connect_error" | "tls_error"): Error {
  const { outcome, reason } = failureOf(error);
  if (outcome === "guarded" || outcome === "timeout") return failureError(outcome, reason, error);
  return failureError(phase, phase === "tls_error" ? tlsReason(error) : reason, error);
}

/** A connection that becomes idle closes the one that has been so for longest, when there are too many. */
function boundIdle(agent: http.Agent, idle: Set<Duplex>): void {
  const reuse = agent.reuseSocket;
  agent.reuseSocket = (socket, request) => {
    idle.delete(socket);
    reuse.call(agent, socket, request);
  };
  agent.on("free", (socket: Duplex) => {
    idle.add(socket);
    const [oldest] = idle;
    if (oldest === undefined || idle.size <= mostIdle) return;
    idle.delete(oldest);
    oldest.destroy();
  });
}
