import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createServer as createTcpServer, type Socket, type Server as TcpServer } from "node:net";
import { type ConnectTo, parseConnectTo } from "../../crawler/connect-to.ts";
import { openWorld, type World, type WorldOptions } from "../../crawler/world.ts";

/** A server on 127.0.0.1, with the rule that leads every host name to it. */
export interface Loopback {
  port: number;
  connectTo: ConnectTo[];
  /** How many connections are open. */
  connections(): number;
  close(): Promise<void>;
}

async function listening(server: Server | TcpServer, sockets: Set<Socket>): Promise<Loopback> {
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port, connectTo: parseConnectTo([`::127.0.0.1:${port}`]), connections: () => sockets.size, close };
}

/** Serves HTTP. */
export function serve(handler: RequestListener): Promise<Loopback> {
  return listening(createServer(handler), new Set());
}

/** Serves HTTPS with a certificate in PEM. */
export function serveTls(pair: { key: string; cert: string }, handler: RequestListener): Promise<Loopback> {
  return listening(createSecureServer(pair, handler), new Set());
}

/** Serves raw bytes: for what no honest HTTP server would send. */
export function serveRaw(handler: (socket: Socket) => void): Promise<Loopback> {
  return listening(createTcpServer(handler), new Set());
}

/** Runs `act` with a server and a world that reaches it under any host name. */
export async function withWorld<T>(
  server: Promise<Loopback>,
  act: (world: World, loopback: Loopback) => Promise<T>,
  options: Partial<WorldOptions> = {},
): Promise<T> {
  const loopback = await server;
  const world = openWorld({
    userAgent: "presence-audit/0 (+test)",
    connectTo: loopback.connectTo,
    ...options,
  });
  try {
    return await act(world, loopback);
  } finally {
    world.close();
    await loopback.close();
  }
}
