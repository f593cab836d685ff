import type { Declaration } from "../../datasets/schema.ts";
import { bearsWholeName, type Name } from "./names.ts";

/**
 * Whether a person's profile is the profile of the person whose site it is: the site bears the person's whole name, or calls the
 * profile "me" outside a box about an author. All other people's profiles are dropped, the founder's after whom a company is named
 * among them.
 */
export function isSiteOwner(handle: string, { kind, context }: Declaration, names: readonly Name[]): boolean {
  if (bearsWholeName(handle, names)) return true;
  return kind === "relme" && !context.some((word) => aboutOthers.has(word));
}

const aboutOthers = new Set(["author", "team", "comment", "embed", "prose", "partner", "credit"]);
