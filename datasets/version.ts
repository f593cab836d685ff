import { readFileSync } from "node:fs";
import { z } from "zod";

/** Version of the package. Its package.json lies one folder up in the sources and two in the build. */
export const version = ["../package.json", "../../package.json"].flatMap(readVersion)[0] ?? "0.0.0";

function readVersion(path: string): string[] {
  try {
    const text = readFileSync(new URL(path, import.meta.url), "utf8");
    return [
      z.object({ name: z.literal("presence-audit"), version: z.string() }).parse(JSON.parse(text)).version,
    ];
  } catch {
    return [];
  }
}

/** Parts of the method whose change makes two waves incomparable without a replay. */
export const instrumentVersions = { grammar: "3", extractor: "3", attribution: "4" } as const;
