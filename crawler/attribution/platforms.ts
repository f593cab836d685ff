import type { Account } from "../../datasets/schema.ts";
import { platforms } from "../platforms/index.ts";
import { resolve } from "../platforms/resolve.ts";

const groups = new Map(platforms.map(({ id, group }) => [id, group]));

/** Group of a platform; `social` for one that is not in the list. */
export function platformGroup(platform: string): Account["group"] {
  return groups.get(platform) ?? "social";
}

/** Whether the canonical URL of an account is a person's profile. */
export function isPerson(url: string): boolean {
  return resolve(url, url)?.person === true;
}
