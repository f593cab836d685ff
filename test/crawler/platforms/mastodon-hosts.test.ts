import { expect, test } from "vitest";
import { mastodonHosts } from "../../../crawler/platforms/mastodon-hosts.ts";

test("the list holds host names in lower case without www.", () => {
  const odd = [...mastodonHosts].filter((host) => !/^(?!www\.)[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(host));
  expect(odd).toEqual([]);
});
