import { z } from "zod";

/** The bytes as text; null where they are no UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What a JSON text says; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands at a path of keys; undefined where the path ends before. */
export function at(value: unknown, path: string): unknown {
  let here = value;
  for (const key of path.split(".")) {
    const record = z.record(z.string(), z.unknown()).safeParse(here);
    here = record.success ? record.data[key] : undefined;
  }
  return here;
}

/** The first text or number at some paths, as text; "" where there is none. */
export function firstText(value: unknown, paths: readonly string[]): string {
  for (const path of paths) {
    const found = at(value, path);
    if (typeof found === "string" || typeof found === "number") return String(found);
  }
  return "";
}
