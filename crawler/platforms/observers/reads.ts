import { createHash } from "node:crypto";
import type { WebRequest } from "../../effects.ts";
import { jsonOf } from "./responses.ts";

/**
 * What is read of a JSON document, as its members name it: `true` for a number, a flag or a short text as it is, `mark` for a text of
 * which only matters whether it is the same as another, a function for what must be said otherwise, an object for what lies deeper.
 * A list is read member by member. What is not named is not read.
 */
export type Reading = true | "mark" | ((value: unknown) => unknown) | { readonly [name: string]: Reading };

/** Reduces a body to what is read of it; a body that is no JSON to nothing. See `WebRequest.reads`. */
export function readsOf(reading: Reading): NonNullable<WebRequest["reads"]> {
  return (body, headers) => {
    const json = jsonOf({ body, headers });
    return json === undefined ? new Uint8Array(0) : asciiJson(reduce(json, reading));
  };
}

/** For answers of which evidence keeps the digest alone: a replay takes over what was observed then. */
export const readsNothing: NonNullable<WebRequest["reads"]> = () => new Uint8Array(0);

/** JSON in octets that mean the same in whatever encoding the headers name. */
function asciiJson(value: unknown): Uint8Array {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return Buffer.from((JSON.stringify(value) ?? "null").replace(/[\u0080-\uffff]/g, escaped));
}

/** Ids, instants, cursors and codes are shorter; a longer text is somebody's words. */
const longestText = 500;

function reduce(value: unknown, reading: Reading): unknown {
  if (Array.isArray(value)) return value.map((member) => reduce(member, reading));
  if (typeof reading === "function") return reading(value);
  if (reading === "mark") return typeof value === "string" ? markOf(value) : null;
  if (reading === true) {
    const isShort = typeof value === "string" && value.length <= longestText;
    return isShort || typeof value === "number" || typeof value === "boolean" ? value : null;
  }
  if (typeof value !== "object" || value === null) return null;
  const members = Object.entries(value).filter(([name]) => Object.hasOwn(reading, name));
  return Object.fromEntries(members.map(([name, member]) => [name, reduce(member, reading[name] ?? true)]));
}

/** A stand-in that is equal where the texts are. */
function markOf(value: string): string {
  return createHash("sha256").update(value).digest("hex").slice(0, 12);
}
