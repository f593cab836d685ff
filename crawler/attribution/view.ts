import type { AccountClaim, PageCapture } from "../../datasets/schema.ts";
import { parseUrl } from "../../datasets/url.ts";
import { addressOf } from "../claims.ts";
import { handleOf } from "./handle.ts";
import { type Name, similarity } from "./names.ts";
import { isPlaceholder } from "./placeholders.ts";

/** One claim with what the rest of the site says about it. */
export interface ClaimView {
  claim: AccountClaim;
  accountId: string;
  /** The list of account links it stands in, unique within the site; null when it stands alone. */
  listId: string | null;
  handle: string | null;
  /** Likeness of the handle to the company's names, 0 to 1; null when there is no handle to compare. */
  likeness: number | null;
  isPlaceholder: boolean;
  /** Whether the page is about the company itself: home, contact, about, imprint. */
  isAboutPage: boolean;
  /** What else is in its list: accounts known as own by other evidence, or strangers where the own ones are known. */
  company: "own" | "rivals" | "rival" | null;
}

/** Looks at one claim in the light of the company's names. */
export function viewClaim(
  claim: AccountClaim,
  names: readonly Name[],
  capture: PageCapture | undefined,
): ClaimView {
  const handle = handleOf(claim.platform, claim.account, addressOf(claim.evidence));
  const likeness = handle === null ? null : similarity(handle, names);
  return {
    claim,
    accountId: `${claim.platform}:${claim.account}`,
    listId: listOf(claim),
    handle,
    likeness,
    isPlaceholder: handle !== null && isPlaceholder(handle) && likeness !== 1,
    isAboutPage: isAboutUrl(capture?.url ?? ""),
    company: null,
  };
}

/** Account links that stand together: side by side on the page, or in one list of its scripts' state. */
function listOf({ captureId, evidence: { kind, list, context } }: AccountClaim): string | null {
  if (list !== null) return `${captureId}/${list}`;
  const [path = ""] = kind === "state" ? context : [];
  const inList = path.replace(/\.\d+(?=\D*$)/, ".*");
  return inList === path ? null : `${captureId}/${inList}`;
}

/** A whole segment of the path, in the languages most common on the web; home pages have none but a language. */
const aboutSegment =
  /^(contact|contacts|contact-us|contactus|kontakt|kontakte|contacto|contatti|contato|contact-?\w*|about|about-us|aboutus|impressum|imprint|ueber-uns|uber-uns|a-propos|chi-siamo|quienes-somos|over-ons|om-oss|connect|social|social-media|follow-us|home|index|default)$/i;

function isAboutUrl(url: string): boolean {
  const parsed = parseUrl(url);
  if (parsed === null) return false;
  const segments = parsed.pathname.split("/").flatMap((segment) => segment.replace(/\.\w+$/, "") || []);
  return segments.every(
    (segment) => /^[a-z]{2}([-_][a-z]{2})?$/i.test(segment) || aboutSegment.test(segment),
  );
}
