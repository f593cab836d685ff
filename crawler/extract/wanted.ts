import { platformOf } from "../platforms/resolve.ts";

/** Placeholder. */
export function mayBeAccount(href: string): boolean {
  const host = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(href)?.[1]?.toLowerCase();
  if (host !== undefined && platformOf(host) !== undefined) return true;
  return host === undefined ? /^(www\.)?[\w.-]+\.(com|net|me)\//i.test(href) : false;
}
