import { AuditError } from "../../datasets/error.ts";
import { platforms } from "../platforms/index.ts";

/** What a column of a user's file can mean, and the headers understood: lower case, without spaces and signs. */
const aliases = {
  companyId: ["companyid", "id", "symbol", "ticker"],
  name: ["company", "companyname", "name"],
  website: ["website", "domain", "homepage"],
  segment: ["segment", "sector"],
  country: ["country"],
  platform: ["platform", "network"],
  account: ["handle", "account", "username", "screenname", "profileurl", "accounturl", "profile"],
  platformId: ["userid", "platformid"],
  createdAt: ["accountcreatedat", "accountcreated", "createdat", "created", "joinedat", "joined"],
  posts: [
    "tweetcount",
    "postcount",
    "postscount",
    "statusescount",
    "videocount",
    "mediacount",
    "tweets",
    "posts",
  ],
  followers: ["followerscount", "followercount", "followers", "subscribercount", "subscribers"],
  protected: ["protected", "private"],
  observedAt: [
    "observedat",
    "observedon",
    "retrievedat",
    "retrievedon",
    "collectedat",
    "collectedon",
    "asof",
  ],
  lastPostAt: ["lastpostat", "lastposton", "lasttweetat", "lasttweeton"],
  lastPostId: ["lastpostid", "lasttweetid", "mostrecentpostid", "mostrecenttweetid"],
  postedAt: [
    "postedat",
    "postedon",
    "publishedat",
    "publishedon",
    "posttime",
    "postdate",
    "timestamp",
    "date",
  ],
  kind: ["kind", "posttype", "type"],
  postId: ["postid", "tweetid", "statusid", "permalink", "posturl"],
  periodPosts: ["postsinperiod", "periodposts"],
  from: ["from", "windowfrom", "since"],
  to: ["to", "windowto", "until"],
} as const;

/** A meaning of a column. */
export type Field = keyof typeof aliases;

/** Headers understood behind the name of a platform, as in `x_handle`; the name alone is the account too. */
const behindPlatform: Readonly<Partial<Record<Field, readonly string[]>>> = {
  account: [...aliases.account, "url", "name", "link", ""],
  platformId: [...aliases.platformId, "id"],
  createdAt: aliases.createdAt,
  posts: aliases.posts,
  followers: aliases.followers,
};

/** Which header of a file holds which field. */
export interface Columns {
  headers: Readonly<Partial<Record<Field, string>>>;
  /** Platform that the header of the accounts names: `x` for `x_handle`. */
  platform: string | null;
  /** What the user said holds for every row. */
  constants?: Readonly<Partial<Record<Field, string>>>;
  /** Dates are written 12/31/2026. */
  monthFirst?: boolean;
}

/**
 * Finds the columns of a file by its headers and by what the user says of them.
 *
 * @param named header by field, as `--columns` gives them; fields in any spelling, `posted_at` or `postedAt`
 * @throws AuditError for a field or a header that does not exist
 */
export function findColumns(
  headers: readonly string[],
  file: string,
  named: Readonly<Record<string, string>>,
): Columns {
  const faults = Object.entries(named).flatMap(([field, header]) => [
    ...(fieldNamed(field) ? [] : [`there is no field "${field}". Fields: ${fields.join(", ")}`]),
    ...(headers.includes(header) ? [] : [`there is no column "${header}". It has: ${headers.join(", ")}`]),
  ]);
  const place = `${file}, header:`;
  if (faults.length > 0)
    throw new AuditError("bad_input", faults.map((fault) => `${place} ${fault}`).join("\n"));
  const found: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const said = Object.entries(named).find(([name]) => fieldNamed(name) === field)?.[1];
    const header = said ?? headers.find(isHeaderOf(field)) ?? headers.find(isPlatformHeaderOf(field));
    if (header !== undefined) found[field] = header;
  }
  return { headers: found, platform: platformBefore(found.account ?? "", behindPlatform.account ?? []) };
}

/** Columns of a file that are not understood, as a note. */
export function unusedColumns(headers: readonly string[], columns: Columns, file: string): string[] {
  const used = new Set(Object.values(columns.headers));
  const unused = headers.filter((header) => header !== "" && !used.has(header));
  return unused.length > 0 ? [`${file}: columns not used: ${unused.join(", ")}`] : [];
}

/** Id of the platform that a user names by id, by name or as twitter; null for others. */
export function platformNamed(written: string): string | null {
  return platformBefore(written, [""]);
}

const squash = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const isField = (text: string): text is Field => Object.hasOwn(aliases, text);
/** Every meaning of a column. */
export const fields = Object.keys(aliases).filter(isField);
/** The field of this name in any spelling, `posted_at` or `postedAt`. */
export const fieldNamed = (name: string): Field | undefined =>
  fields.find((field) => squash(field) === squash(name));

// The order of the aliases decides, not that of the columns.
const isHeaderOf = (field: Field) => (header: string, _: number, headers: readonly string[]) => {
  const words: readonly string[] = aliases[field];
  const best = words.find((word) => headers.some((other) => squash(other) === word));
  return best !== undefined && squash(header) === best;
};

const isPlatformHeaderOf = (field: Field) => (header: string) =>
  platformBefore(header, behindPlatform[field] ?? []) !== null;

const platformWords: readonly (readonly [word: string, id: string])[] = [
  ["twitter", "x"],
  ...platforms.flatMap(({ id, name }) => [[id, id] as const, [squash(name), id] as const]),
];

/** The platform whose name stands before one of the endings. */
function platformBefore(header: string, endings: readonly string[]): string | null {
  const word = squash(header);
  const found = platformWords.find(
    ([name]) => word.startsWith(name) && endings.includes(word.slice(name.length)),
  );
  return found?.[1] ?? null;
}
