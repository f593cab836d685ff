import type { Declaration } from "../../datasets/schema.ts";
import type { UrlHint } from "../platforms/platform.ts";
import { type Explanation, explain } from "../platforms/resolve.ts";
import { absoluteAddress } from "./address.ts";
import type { CollectedPage } from "./collect.ts";
import { creditsOf } from "./credits.ts";
import { type LinkList, listsOf } from "./lists.ts";
import type { Finding } from "./notes.ts";
import { phrasesBefore } from "./phrases.ts";
import { isInProse, locatorOf, surroundingsReader } from "./surroundings.ts";

/** Most declarations kept of a page. */
export const maxDeclarations = 500;

/**
 * What a page declares, without repeats, in document order: all addresses on platforms, accounts or not, and feeds. Where there are
 * more than `maxDeclarations`, those outside the running text stay.
 */
export function declarationsOf({ findings, links, root }: CollectedPage, baseUrl: string): Declaration[] {
  const candidates = findings.flatMap((finding) => {
    const explained = explain(finding.href, baseUrl, hintOf(finding));
    const isCandidate =
      explained.platform !== null || finding.kind === "feed" || isShortened({ finding, explained });
    return isCandidate ? [{ finding, explained }] : [];
  });
  const lists = listsOf(candidates.map(linkOf));
  const surroundingsOf = surroundingsReader(root);
  const isCredited = creditsOf(links, baseUrl);
  const declared = new Map<string, Declaration>();
  candidates.forEach((candidate, index) => {
    const { finding, explained } = candidate;
    const { found } = explained;
    const isOfMaker = found !== null && isCredited(found.account);
    const declaration = declarationOf(finding, {
      baseUrl,
      list: lists[index] ?? null,
      isOfMaker,
      surroundingsOf,
    });
    const { kind, href, region, text, list } = declaration;
    // Running text is full of short links to anything.
    if (isShortened(candidate) && region === "main" && list === null) return;
    const key = JSON.stringify([kind, href, region, text, list]);
    if (!declared.has(key)) declared.set(key, declaration);
  });
  return mostTelling([...declared.values()]);
}

interface Candidate {
  finding: Finding;
  explained: Explanation;
}

/** What a list of account links would take of a candidate: null for what is not shown or no account. */
function linkOf(candidate: Candidate) {
  const { finding, explained } = candidate;
  const { element, href } = finding;
  if (isShortened(candidate)) return { platform: href, account: href, element };
  return explained.found === null || !isShown(finding) ? null : { ...explained.found, element };
}

/** Whether a shown link goes through a shortener: what it names is only known when it is followed. */
function isShortened({ finding, explained }: Candidate): boolean {
  return explained.reason === "needs_resolve" && isShown(finding);
}

/** Within a list a link stands for its platform, whatever its label says: its address counts as label, until lists are known. */
function hintOf({ kind, text, href }: Finding): UrlHint {
  return { ...(identityKinds.has(kind) ? { rel: "me" } : {}), label: `${text ?? ""} ${href}` };
}

const identityKinds = new Set<Finding["kind"]>(["relme", "jsonld", "microdata"]);

interface Place {
  baseUrl: string;
  list: LinkList | null;
  /** Whether the account bears the name of a site that the page credits with its making. */
  isOfMaker: boolean;
  surroundingsOf: ReturnType<typeof surroundingsReader>;
}

function declarationOf(finding: Finding, place: Place): Declaration {
  const { kind, href, text, role, element } = finding;
  const isVisible = isShown(finding);
  const { region, context } = isVisible ? place.surroundingsOf(element) : unseen;
  const words = [
    ...(role === null ? [] : [role]),
    ...context,
    ...(isVisible && isInProse(element) ? ["prose"] : []),
    ...(isVisible ? phrasesBefore(element, finding.before ?? []) : []),
    ...(place.list?.context ?? []),
    ...(place.isOfMaker ? ["credit"] : []),
  ];
  return {
    kind,
    region,
    locator: locatorOf(element),
    href: absoluteAddress(href, place.baseUrl),
    leadsTo: null,
    text,
    context: [...new Set(words)],
    list: place.list?.list ?? null,
  };
}

const unseen = { region: "unknown", context: [] } as const;
const shownKinds = new Set<Finding["kind"]>(["link", "relme", "widget", "iframe", "microdata"]);

function isShown({ kind, element }: Finding): boolean {
  return shownKinds.has(kind) && element.tag !== "link" && element.tag !== "meta";
}

function mostTelling(declarations: readonly Declaration[]): Declaration[] {
  if (declarations.length <= maxDeclarations) return [...declarations];
  const kept = new Set(declarations.toSorted((a, b) => rank(a) - rank(b)).slice(0, maxDeclarations));
  return declarations.filter((declaration) => kept.has(declaration));
}

function rank({ kind, region, context }: Declaration): number {
  if (kind !== "link" && kind !== "script" && kind !== "state") return 0;
  if (context.includes("prose") || context.includes("share")) return 3;
  return region === "main" || region === "unknown" ? 2 : 1;
}
