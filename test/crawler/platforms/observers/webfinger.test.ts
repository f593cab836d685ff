import { expect, test } from "vitest";
import { mastodonApi } from "../../../../crawler/platforms/observers/mastodon.ts";
import { actorOf } from "../../../../crawler/platforms/observers/webfinger.ts";
import { fixture, type Told } from "./fixture.ts";

const link = { rel: "self", type: "application/activity+json", href: "https://social.example/users/lab" };
const find = (told: Told | undefined) => actorOf("lab@example.com", mastodonApi, fixture(() => told).effects);

test("an actor is found behind a name, among other links", async () => {
  const profile = {
    rel: "http://webfinger.net/rel/profile-page",
    type: "text/html",
    href: "https://x.example",
  };
  const body = { subject: "acct:lab@social.example", links: [profile, { rel: 7 }, link] };
  expect((await find({ body })).data).toBe(link.href);
  const typed = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"';
  expect((await find({ body: { links: [{ ...link, type: typed }] } })).data).toBe(link.href);
});

test.each<[string, Told | undefined, string, string]>([
  ["is not there", undefined, "gone", "not_found"],
  ["is a page", { body: "<html>" }, "error", "malformed"],
  ["names no actor", { body: { links: [{ ...link, type: "text/html" }] } }, "error", "no_actor"],
  ["names no web address", { body: { links: [{ ...link, href: "javascript:1" }] } }, "error", "no_actor"],
  ["is refused", { status: 401, body: "" }, "blocked", "http_401"],
])("a description that %s leads nowhere", async (_, told, status, reason) => {
  expect((await find(told)).failure).toEqual({ status, reason });
});
