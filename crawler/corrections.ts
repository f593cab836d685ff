import { z } from "zod";
import { type DelimitedRow, readDelimited } from "../datasets/delimited.ts";
import { AuditError } from "../datasets/error.ts";
import type { UserFile } from "../datasets/inputs.ts";
import type { Correction } from "../datasets/mending.ts";
import { type Account, accountKinds } from "../datasets/schema.ts";
import { platformGroup } from "./attribution/platforms.ts";
import { platforms } from "./platforms/index.ts";
import { resolve } from "./platforms/resolve.ts";

/** What a user says of one account, before it is known what comes of it. */
export interface Said extends Omit<Correction, "effect"> {
  /** The account as a record, in case that no page names it. */
  account: Account;
  /** The account that is the company's in its place. */
  movedToAccount: Account | null;
}

const verdictWords: Readonly<Record<string, Correction["verdict"]>> = {
  own: "own",
  yes: "own",
  true: "own",
  "not own": "not_own",
  not_own: "not_own",
  no: "not_own",
  false: "not_own",
  unsure: "unsure",
  unknown: "unsure",
  moved: "moved",
};

const needed = ["company_id", "account", "verdict", "by", "on"];

/**
 * Reads what a user says of accounts: the sheet that `review` writes, filled, or any CSV with its columns. Rows without a verdict are
 * passed over: nobody has looked at them yet.
 *
 * @throws AuditError naming file, row and column of every fault
 */
export function readCorrections(given: UserFile | null): Said[] {
  if (given === null) return [];
  const { file, bytes } = given;
  const { headers, rows, faults } = readDelimited(bytes, file);
  const missing = needed.filter((header) => !headers.includes(header));
  if (missing.length > 0) {
    const hint = "Take the sheet that presence-audit review writes, and fill it";
    throw new AuditError("bad_input", `${file}, header: no column ${missing.join(", ")}. ${hint}`);
  }
  const filled = rows.filter(({ cells }) => cells["verdict"]);
  const readings = filled.map((row) => readRow(row, file));
  const said = readings.flatMap((reading) => reading.said ?? []);
  const all = [...faults, ...readings.flatMap((reading) => reading.faults), ...repeated(said, file)];
  if (all.length > 0) throw new AuditError("bad_input", all.join("\n"));
  return said;
}

interface Reading {
  said: Said | null;
  faults: string[];
}

function readRow({ row, cells }: DelimitedRow, file: string): Reading {
  const cell = (column: string) => cells[column] ?? null;
  const verdict = verdictWords[(cell("verdict") ?? "").toLowerCase().replace(/\s+/g, " ")];
  const kind = z
    .enum(accountKinds)
    .nullable()
    .safeParse(cell("kind")?.toLowerCase() ?? null);
  const account = accountOf(cell("account") ?? "");
  const instead = cell("instead") === null ? null : accountOf(cell("instead") ?? "");
  const tests: readonly (readonly [column: string, isFault: boolean, what: string])[] = [
    ["company_id", cell("company_id") === null, "is empty. Write the company's id"],
    [
      "verdict",
      verdict === undefined,
      `"${cell("verdict")}" is no verdict. Write own, not own, unsure or moved`,
    ],
    ["account", typeof account === "string", `"${cell("account")}" ${account}`],
    [
      "kind",
      !kind.success,
      `"${cell("kind")}" is no kind. Write one of ${accountKinds.join(", ")}, or nothing`,
    ],
    ["instead", typeof instead === "string", `"${cell("instead")}" ${instead}`],
    [
      "instead",
      verdict === "moved" && instead === null,
      "is empty. Write the address of the account it moved to",
    ],
    ["by", cell("by") === null, "is empty. Write who says so; initials will do"],
    ["on", !isDay(cell("on")), `"${cell("on") ?? ""}" is no day. Write it like 2026-11-22`],
  ];
  const faults = tests.flatMap(([column, isFault, what]) =>
    isFault ? [`${file}, row ${row}, ${column}: ${what}`] : [],
  );
  if (faults.length > 0 || verdict === undefined || typeof account === "string")
    return { said: null, faults };
  const movedToAccount = verdict === "moved" && typeof instead !== "string" ? instead : null;
  const said: Said = {
    companyId: cell("company_id") ?? "",
    accountId: account.accountId,
    verdict,
    kind: kind.data ?? null,
    movedTo: movedToAccount?.accountId ?? null,
    reason: cell("reason"),
    by: cell("by"),
    on: cell("on"),
    row,
    account,
    movedToAccount,
  };
  return { said, faults: [] };
}

const isDay = (text: string | null) => z.iso.date().safeParse(text).success;

/** An account by its id, `x:acme`, or its address; else why it is none. */
function accountOf(text: string): Account | string {
  const [, id = "", name = ""] = /^([a-z]+):(?!\/\/)(.+)$/.exec(text) ?? [];
  const platform = platforms.find((each) => each.id === id);
  const address = platform === undefined ? text : platform.canonical(name);
  const found = resolve(address, "https://example.invalid/", {
    rel: platform?.id === "feed" ? "alternate" : "me",
  });
  if (found === null) return "names no account. Write platform:account, or the account's address";
  if (found.person)
    return "is a person's profile, and people are not audited. Name an account of the company";
  return {
    accountId: `${found.platform}:${found.account}`,
    platform: found.platform,
    group: platformGroup(found.platform),
    account: found.account,
    url: found.url,
    platformId: null,
    aliases: [],
  };
}

function repeated(said: readonly Said[], file: string): string[] {
  const first = new Map<string, number>();
  return said.flatMap(({ companyId, accountId, row }) => {
    const key = `${companyId}\n${accountId}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    return before === undefined
      ? []
      : [`${file}, row ${row}, account: row ${before} speaks of ${accountId} too. Leave one`];
  });
}
