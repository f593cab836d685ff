/**
 * The part of an account that its owner chose and that can be compared with names.
 *
 * @returns null for numeric ids and channel ids, which say nothing; for a Facebook page by id, the name in its address
 */
export function handleOf(platform: string, account: string, href: string): string | null {
  const last = (platform === "mastodon" ? account.split("@")[0] : account.split("/").at(-1)) ?? account;
  if (platform === "facebook" && account.startsWith("id/")) return nameInAddress(href);
  if (/^channel\/UC/.test(account) || /^\d+$/.test(last) || /^user\d+$/.test(last)) return null;
  return platform === "bluesky" ? last.replace(/\.bsky\.social$/, "") : last.replace(/^[@+]/, "");
}

function nameInAddress(href: string): string | null {
  const name =
    /\/pages\/(?:[^/]+\/)*?([^/?#]+)\/\d+/.exec(href)?.[1] ?? /\/([^/?#]+?)-\d{8,}/.exec(href)?.[1];
  return name === undefined || /^\d+$/.test(name) ? null : name;
}
