import { parseUrl } from "../../datasets/url.ts";

/** What stands where a credential stood. */
const removed = "REMOVED";

/** Names of query parameters, and of headers, that carry credentials. */
const secretParameter =
  /^(?:(?:api|access|app|auth|secret|client|subscription)[-_]?)?(?:key|token|secret|signature|sig|password|passwd|pwd|auth)$/i;
const secretHeader = /^(?:set-)?cookie2?$|authorization|token|api-?key|secret|password|session/i;

/** A URL without user, password and the values of parameters that carry credentials; what is no URL stays as it is. */
export function withoutCredentials(address: string): string {
  const url = parseUrl(address);
  if (url === null) return address;
  const secrets = [...url.searchParams.keys()].filter((name) => secretParameter.test(name));
  if (secrets.length === 0 && url.username === "" && url.password === "") return address;
  Object.assign(url, { username: "", password: "" });
  for (const name of new Set(secrets)) url.searchParams.set(name, removed);
  return url.href;
}

/** Header lines without credentials: those that carry nothing else are emptied, addresses in the others are cleaned. */
export function cleanHeaders(
  headers: readonly (readonly [name: string, value: string])[],
): (readonly [name: string, value: string])[] {
  return headers.map(([name, value]) => {
    if (secretHeader.test(name)) return [name, removed];
    return [name, /^(?:content-)?location$|^referer$/i.test(name) ? withoutCredentials(value) : value];
  });
}

/** A text in which no secret stands any more, however it got there. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  // As it is, in an address, and in JSON that escapes slashes.
  const written = secrets.flatMap((each) => [each, encodeURIComponent(each), each.replaceAll("/", "\\/")]);
  return written.reduce((clean, secret) => (secret === "" ? clean : clean.replaceAll(secret, removed)), text);
}
