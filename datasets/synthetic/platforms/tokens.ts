import { type Answer, type Asked, json } from "../answer.ts";

/**
 * Tokens that the replicas take. What becomes of a request stands in the token itself, so that nothing has to be remembered:
 * every other token is rejected.
 */
export const syntheticTokens = {
  x: "synthetic-x-token",
  youtube: "synthetic-youtube-key",
  meta: "synthetic-meta-token",
} as const;

/** What a token is good for, by the word at its end. */
const fates = {
  /** It pays, and is answered in the older of the two namings. */
  "": "valid",
  /** It pays, and X answers in the newer naming only. */
  "-new": "new_names",
  "-capped": "capped",
  "-forbidden": "forbidden",
} as const;
export type TokenFate = (typeof fates)[keyof typeof fates] | "rejected" | "limited";

/** What is to become of a request with this token; `TOKEN-limited-SECONDS` meets a limit until that second since 1970. */
export function fateOf(name: keyof typeof syntheticTokens, { token }: Pick<Asked, "token">): TokenFate {
  const valid = syntheticTokens[name];
  if (!token?.startsWith(valid)) return "rejected";
  const rest = token.slice(valid.length);
  const until = resetOf({ token });
  if (until !== null) return until * 1_000 > Date.now() ? "limited" : "valid";
  const known = Object.entries(fates).find(([ending]) => ending === rest);
  return known?.[1] ?? "rejected";
}

/** The second since 1970 at which the limit of a token ends; null where it has none. */
export function resetOf({ token }: Pick<Asked, "token">): number | null {
  const seconds = /-limited-(\d+)$/.exec(token ?? "")?.[1];
  return seconds ? Number(seconds) : null;
}

/** Official interfaces may be asked by programs: that is what they are for. */
export const openRobots: Answer = {
  ...json({}),
  headers: { "content-type": "text/plain" },
  body: "User-agent: *\nAllow: /\n",
};
