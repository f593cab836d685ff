import { platforms } from "../platforms/index.ts";
import { policy } from "../platforms/policy.ts";

const byId = new Map(platforms.map((platform) => [platform.id, platform]));

/** A platform's name as people write it. */
export const platformName = (id: string): string => byId.get(id)?.name ?? id;

/** Whether a platform has closed down. */
export const isClosed = (id: string): boolean => byId.get(id)?.group === "closed_down";

/** Whether a platform counts as social media; feeds and podcasts do not. */
export const isSocial = (id: string): boolean => byId.get(id)?.group === "social";

/** Day on which a platform closed down, ` on YYYY-MM-DD` or nothing where it is not known. */
export function closedWords(id: string): string {
  const day = policy.platforms[id]?.closedOn;
  return day ? ` on ${day}` : "";
}
