import type { Platform, UrlHint } from "../../../crawler/platforms/platform.ts";

/** The account a platform reads from a URL, or `!` and why it reads none. */
export function read(platform: Platform, url: string, hint?: UrlHint): string {
  const parsed = platform.parse(new URL(url), hint);
  return "account" in parsed ? parsed.account : `!${parsed.reason ?? parsed.kind}`;
}
