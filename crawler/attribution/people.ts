import type { Declaration } from "../../datasets/schema.ts";
import { type Name, similarity } from "./names.ts";

/**
 * Whether a person's profile is the profile of the person whose site it is: it bears the site's name, or the site calls it "me"
 * outside a box about an author. All other people's profiles are dropped.
 */
export function isSiteOwner(handle: string, { kind, context }: Declaration, names: readonly Name[]): boolean {
  if (context.some((word) => aboutOthers.has(word))) return false;
  return kind === "relme" || similarity(handle, names) >= 0.5;
}

const aboutOthers = new Set(["author", "team", "comment", "embed", "prose", "partner", "credit"]);
