import { isIPv6 } from "node:net";
import { AuditError } from "../datasets/error.ts";
import { parseUrl } from "../datasets/url.ts";

/** One `--connect-to HOST1:PORT1:HOST2:PORT2`: requests to the first pair go to the second. Null means any, or unchanged. */
export interface ConnectTo {
  fromHost: string | null;
  fromPort: number | null;
  toHost: string | null;
  toPort: number | null;
}

/**
 * Reads `--connect-to` values. Hosts may be empty, IPv6 addresses stand in brackets.
 *
 * @throws AuditError `bad_usage` naming every value that is no rule
 */
export function parseConnectTo(values: readonly string[]): ConnectTo[] {
  const rules = values.map(parseRule);
  const faults = values.filter((_, index) => rules[index] === null);
  if (faults.length > 0) throw new AuditError("bad_usage", faults.map(describeFault).join("\n"));
  return rules.filter((rule) => rule !== null);
}

/** The first rule that speaks about this host and port, or null. */
export function ruleFor(rules: readonly ConnectTo[], host: string, port: number): ConnectTo | null {
  const applies = (rule: ConnectTo) => (rule.fromHost ?? host) === host && (rule.fromPort ?? port) === port;
  return rules.find(applies) ?? null;
}

const describeFault = (value: string) =>
  `--connect-to ${value}: not HOST1:PORT1:HOST2:PORT2. Each part may be empty, ports are 1 to 65535, IPv6 stands in []`;

function parseRule(value: string): ConnectTo | null {
  const parts = /^(\[[^\]]*\]|[^:[\]]*):(\d*):(\[[^\]]*\]|[^:[\]]*):(\d*)$/.exec(value);
  if (parts === null) return null;
  const [, host1 = "", port1 = "", host2 = "", port2 = ""] = parts;
  const [fromHost, toHost] = [hostOf(host1), hostOf(host2)];
  const [fromPort, toPort] = [portOf(port1), portOf(port2)];
  if (fromHost === "" || toHost === "" || fromPort === 0 || toPort === 0) return null;
  return { fromHost, fromPort, toHost, toPort };
}

/** The host as `URL` writes it, without brackets; "" when it is none. */
function hostOf(text: string): string | null {
  if (text === "") return null;
  const url = parseUrl(`http://${text}/`);
  if (url === null || url.pathname !== "/" || url.username !== "" || url.search !== "" || url.hash !== "")
    return "";
  return bareHost(url);
}

/** The port, 0 when it is none. */
function portOf(text: string): number | null {
  if (text === "") return null;
  const port = Number(text);
  return port <= 65_535 ? port : 0;
}

/** Host of a URL without the brackets of an IPv6 address or the dot that may end a name. */
export function bareHost({ hostname }: URL): string {
  if (hostname.endsWith(".")) return hostname.slice(0, -1);
  const inner = hostname.slice(1, -1);
  return hostname.startsWith("[") && isIPv6(inner) ? inner : hostname;
}
