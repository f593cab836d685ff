import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer, type Server, type Socket } from "node:net";

/** Answers requests as an honest server lets one. */
export type Http = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers one request in bytes. */
export type Raw = (socket: Socket, path: string) => void;

/** One hostile site; it is served under the host `<name>.test`, and under any host named in `hosts`. */
export interface HostileCase {
  name: string;
  /** How its visit must end: `outcome` or `outcome/reason`. */
  expected: string;
  /** Website of the frame; `http://<name>.test/` when absent. */
  website?: string;
  hosts?: readonly string[];
  /** Title that must have been read, where the point is the encoding. */
  title?: string;
  /** Answers a request that was read by an honest HTTP server; robots.txt is 404 unless `robots` is set. */
  http?: Http;
  /** Answers in bytes of its own, once the request's head has arrived. */
  raw?: Raw;
  /** Whether `/robots.txt` is answered by the case itself. */
  robots?: boolean;
}

/** A request that reached the server. */
interface Arrival {
  host: string;
  path: string;
  atMs: number;
}

/** A running server of hostile sites, and what reached it. */
export interface HostileServer {
  port: number;
  arrivals: Arrival[];
  close(): Promise<void>;
}

/**
 * Serves hostile sites on one loopback port, told apart by their Host header. Requests for any other host, such as a private
 * address, are kept like the others: with all addresses led here, the server is its own canary.
 */
export async function serveHostile(cases: readonly HostileCase[]): Promise<HostileServer> {
  const sites = new Map(
    cases.flatMap((each) =>
      [`${each.name}.test`, ...(each.hosts ?? [])].map((host) => [host, each] as const),
    ),
  );
  const arrivals: Arrival[] = [];
  const arrive = (host: string, path: string) => {
    arrivals.push({ host, path, atMs: performance.now() });
    return sites.get(host.replace(/:\d+$/, ""));
  };
  const honest = createHttpServer((request, response) => {
    const path = request.url ?? "";
    const site = arrive(request.headers.host ?? "", path);
    if (site?.http && (site.robots || path !== "/robots.txt")) site.http(request, response);
    else response.writeHead(404).end();
  });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).once("close", () => sockets.delete(socket));
    socket.once("data", (head) => {
      const [, path = ""] = /^\S+ (\S+)/.exec(head.toString("latin1")) ?? [];
      const [, host = ""] = /^host: *(.*?)\r?$/im.exec(head.toString("latin1")) ?? [];
      const site = sites.get(host.replace(/:\d+$/, ""));
      if (!site?.raw) {
        socket.pause();
        socket.unshift(head);
        honest.emit("connection", socket);
        return process.nextTick(() => socket.resume());
      }
      arrive(host, path);
      if (site.robots || path !== "/robots.txt") site.raw(socket, path);
      else socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
  });
  const port = await listen(server);
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      honest.close();
      server.close(() => resolve());
    });
  return { port, arrivals, close };
}

/** Listens on a free loopback port and gives it. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
