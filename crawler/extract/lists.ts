import type { Element } from "./tags.ts";

/** A shown link that names an account. */
export interface AccountLink {
  element: Element;
  platform: string;
  account: string;
}

/** The list a link stands in. */
export interface LinkList {
  /** Ordinal of the list on the page, from 1. */
  list: number;
  /** `icon_list` where several platforms stand side by side, `account_list` where one platform has many accounts. */
  context: ("icon_list" | "account_list")[];
}

/**
 * For each link the list it stands in: the largest ancestor that holds little but links to accounts, under one heading at most.
 *
 * @returns the lists in the order of the links; null for null and for a link that stands alone
 */
export function listsOf(links: readonly (AccountLink | null)[]): (LinkList | null)[] {
  const holders = holdersOf(links.filter((link) => link !== null));
  const lists = new Map<Element, LinkList>();
  return links.map((link) => {
    if (link === null) return null;
    const holder = largestHolder(link.element, holders);
    const held = holders.get(holder) ?? [];
    if (held.length < 2) return null;
    const list = lists.get(holder) ?? { list: lists.size + 1, context: contextOfList(held) };
    lists.set(holder, list);
    return list;
  });
}

const maxSteps = 8;

function holdersOf(links: readonly AccountLink[]): Map<Element, AccountLink[]> {
  const holders = new Map<Element, AccountLink[]>();
  for (const link of links) {
    let at: Element | null = link.element;
    for (let steps = 0; at !== null && steps < maxSteps; steps += 1, at = at.parent) {
      const held = holders.get(at);
      if (held === undefined) holders.set(at, [link]);
      else held.push(link);
    }
  }
  return holders;
}

function largestHolder(element: Element, holders: ReadonlyMap<Element, readonly AccountLink[]>): Element {
  let holder = element;
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < maxSteps; steps += 1, at = at.parent) {
    const count = holders.get(at)?.length ?? 0;
    if (at.linkCount > 2 * count + 1 || at.textLength > 60 * (count + 1) || at.headingCount > 1) break;
    holder = at;
    if (sections.has(at.tag)) break;
  }
  return holder;
}

/** Parts of a page: no list reaches out of one. */
const sections = new Set(["header", "nav", "main", "section", "article", "aside", "footer"]);

function contextOfList(links: readonly AccountLink[]): LinkList["context"] {
  const accounts = new Map<string, Set<string>>();
  for (const { platform, account } of links) {
    accounts.set(platform, (accounts.get(platform) ?? new Set()).add(account));
  }
  const most = Math.max(...[...accounts.values()].map((held) => held.size));
  const hasMany = most >= 3;
  return [
    ...(accounts.size >= 2 ? (["icon_list"] as const) : []),
    ...(hasMany ? (["account_list"] as const) : []),
  ];
}
