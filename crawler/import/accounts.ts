import type { Account } from "../../datasets/schema.ts";
import { parseUrl } from "../../datasets/url.ts";
import { platforms } from "../platforms/index.ts";
import type { Platform } from "../platforms/platform.ts";
import { explain } from "../platforms/resolve.ts";
import { platformNamed } from "./columns.ts";
import { memory } from "./memory.ts";
import type { Row } from "./row.ts";

/**
 * Reads the account a row names, by handle or by URL: null when there is none, and when it is a fault.
 *
 * @param fallback platform where neither the row nor the URL names one
 */
export function accountReader(fallback: string | null): (row: Row) => Account | null {
  // A file of posts names each account thousands of times.
  const known = memory<Account>();
  return (row) => {
    const [written, named, id] = [row.text("account"), row.text("platform"), row.text("platformId")];
    const before = known.get(written, named, id);
    if (before) return before;
    const account = readAccount(row, fallback);
    if (account) known.set(account, [written, named, id]);
    return account;
  };
}

function readAccount(row: Row, fallback: string | null): Account | null {
  const written = row.text("account");
  if (written === null) return null;
  const [, prefix, rest] = /^([a-z]+):(?!\/\/)(.+)$/.exec(written) ?? [];
  const byId = rest === undefined ? undefined : platforms.find((each) => each.id === prefix);
  if (byId && rest !== undefined) return readHandle(row, rest, byId);
  const named = row.text("platform");
  const id = named === null ? fallback : platformNamed(named);
  const platform = platforms.find((each) => each.id === id);
  if (named !== null && !platform) {
    row.fault(
      "platform",
      `"${named}" is not known. Write one of ${platforms.map((each) => each.id).join(", ")}`,
    );
    return null;
  }
  return readHandle(row, written, platform);
}

function readHandle(row: Row, written: string, platform: Platform | undefined): Account | null {
  const found = looksLikeUrl(written) ? fromUrl(written, platform) : fromHandle(written, platform);
  if (typeof found !== "string") return { ...found, platformId: readPlatformId(row) };
  row.fault("account", `"${written}" ${found}`);
  return null;
}

const looksLikeUrl = (text: string) => /^(?:https?:)?\/\/|^[\w.-]+\.[a-z]{2,}\//i.test(text);

/** What stands around a link to a Mastodon server says what it is; here the user does. */
const hintOf = (platform: Platform | undefined) =>
  platform?.id === "feed" ? { rel: "alternate" } : platform?.id === "mastodon" ? { rel: "me" } : {};

function fromUrl(written: string, platform: Platform | undefined): Account | string {
  const { found } = explain(written, "https://invalid.invalid/", hintOf(platform));
  const actual = platforms.find((each) => each.id === found?.platform);
  if (!found || !actual) return "is no account's URL. Write the URL of the profile, or the handle";
  if (found.person) return "is a person's profile. Leave it out: only organisations are audited";
  if (platform && platform !== actual) return `is an account on ${actual.name}, not on ${platform.name}`;
  return accountOf(actual, found);
}

function fromHandle(written: string, platform: Platform | undefined): Account | string {
  if (!platform) return `names no platform. Add a column "platform", or write the URL of the profile`;
  for (const handle of [written, written.replace(/^@/, "")]) {
    const url = parseUrl(platform.canonical(handle));
    const parsed = url && platform.parse(url, hintOf(platform));
    if (parsed?.kind === "person")
      return "is a person's profile. Leave it out: only organisations are audited";
    if (parsed?.kind === "account") return accountOf(platform, parsed);
  }
  return `is no account on ${platform.name}. Write the handle or the URL of the profile`;
}

function accountOf({ id, group }: Platform, { account, url }: { account: string; url: string }): Account {
  return { accountId: `${id}:${account}`, platform: id, group, account, url, platformId: null, aliases: [] };
}

/** Spreadsheets turn long ids into 3.78E+08; the digits are then lost. */
function readPlatformId(row: Row): string | null {
  const id = row.text("platformId");
  if (id === null || !/^\d+([.,]\d+)?e\+?\d+$/i.test(id)) return id?.replace(/\.0$/, "") ?? null;
  row.fault(
    "platformId",
    `"${id}" has lost its digits in a spreadsheet. Format the column as text and fill it again`,
  );
  return null;
}
