import { walkTags } from "../../extract/tags.ts";

/** Links in the HTML of a post of the fediverse, but mentions and hashtags. */
export function linksIn(html: string): number {
  let count = 0;
  walkTags(html, {
    open({ tag, attributes }) {
      if (tag === "a" && attributes["href"] !== undefined && !named.test(attributes["class"] ?? ""))
        count += 1;
    },
    close: () => undefined,
    text: () => undefined,
  });
  return count;
}

/** Classes by which servers mark links to people and to hashtags. */
const named = /(?:^|\s)(?:mention|hashtag)(?:\s|$)/;
