import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { bareHost, type ConnectTo, ruleFor } from "./connect-to.ts";

/** Why an address may not be asked. */
type GuardReason = "scheme" | "port" | "private_address";

/** Where the connection for a URL goes. `exempt` addresses were named by the user with `--connect-to`. */
export interface Route {
  host: string;
  port: number;
  exempt: boolean;
  /** Whether a `--connect-to` rule speaks about this URL: only then `--ca` is trusted. */
  covered: boolean;
}

/** Metadata services outside the reserved ranges: Azure's (learn.microsoft.com, "What is IP address 168.63.129.16"). */
const metadataAddresses: readonly string[] = ["168.63.129.16"];

/** Whether anybody on the internet could have this address: no private, local, multicast, reserved or metadata address is. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  const isGlobal = plain.kind() === "ipv4" || plain.match(ipaddr.parseCIDR(globalSix));
  return isGlobal && plain.range() === "unicast" && !metadataAddresses.includes(plain.toString());
}

/** All of IPv6 that is given out to anybody (RFC 4291, section 2.4); IPv4 in disguise such as `::127.0.0.1` lies outside. */
const globalSix = "2000::/3";

/** Where to connect for `url`, or why not at all. A name is judged again when it has become addresses. */
export function routeOf(url: URL, rules: readonly ConnectTo[]): Route | GuardReason {
  const defaultPort = { "http:": 80, "https:": 443 }[url.protocol];
  if (defaultPort === undefined) return "scheme";
  const host = bareHost(url);
  const port = url.port === "" ? defaultPort : Number(url.port);
  const rule = ruleFor(rules, host, port);
  if (port !== 80 && port !== 443 && !opens(rule, port)) return "port";
  if (isLocal(host) && !spells(rule, host, port)) return "private_address";
  const { toHost = null, toPort = null } = rule ?? {};
  const route = {
    host: toHost ?? host,
    port: toPort ?? port,
    exempt: toHost !== null,
    covered: rule !== null,
  };
  return isLocal(route.host) && !route.exempt ? "private_address" : route;
}

/** A rule opens the ports it names, and every port of a host it sends them to unchanged. */
function opens(rule: ConnectTo | null, port: number): boolean {
  if (rule === null) return false;
  const { fromPort, toHost, toPort } = rule;
  return port === fromPort || port === toPort || (toHost !== null && toPort === null);
}

/** A URL that spells a private address stays refused under a rule for any host, unless the rule spells the address too. */
function spells(rule: ConnectTo | null, host: string, port: number): boolean {
  if (rule === null) return false;
  const { fromHost, toHost, toPort } = rule;
  return fromHost === host || (toHost === host && toPort === port);
}

/** Local by its spelling alone: a non-public address, or a name that no public name server knows. */
function isLocal(host: string): boolean {
  return isIP(host) === 0 ? localName.test(host) : !isPublicAddress(host);
}

/**
 * Names without a dot, and those under domains set aside for machines nearby (RFC 6761, 6762 and 8375, ICANN's .internal, the
 * localdomain of hosts files): metadata services have such names, too.
 */
const localName = /^[^.]*$|\.(?:localhost|local|internal|localdomain|home\.arpa)$/;
