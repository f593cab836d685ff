import type { Fix, FixKind } from "../../datasets/mending.ts";
import { type Place, pageCount, type Site } from "./site.ts";

/** A problem before it is numbered. */
export type FoundFix = Omit<Fix, "fixId" | "companyId" | "kind">;

/** Finds one kind of problem. It reports only what the pages prove. */
export interface FixRule {
  kind: FixKind;
  find(site: Site): FoundFix[];
}

/** A problem with what some places say; the first of them is the evidence. */
export function fixAt(
  places: readonly [Place, ...Place[]],
  said: { platform: string; accountId: string | null; instead: string; href?: string },
): FoundFix {
  const [{ capture, declaration }] = places;
  const { platform, accountId, instead, href = declaration.href } = said;
  return {
    platform,
    accountId,
    captureId: capture.captureId,
    url: capture.url,
    pages: pageCount(places),
    evidence: {
      kind: declaration.kind,
      region: declaration.region,
      locator: declaration.locator,
      href,
    },
    instead,
  };
}
