import { expect, test } from "vitest";
import { activityPubOutbox } from "../../../../crawler/platforms/observers/activitypub.ts";
import { Observation } from "../../../../datasets/schema.ts";
import { accountOn, daysAgo, fixture, period, type Told } from "./fixture.ts";

const account = accountOn("mastodon", "lab@misskey.example", "https://misskey.example/@lab");
const actor = {
  id: "https://misskey.example/users/9x",
  type: "Person",
  outbox: "https://misskey.example/users/9x/outbox",
  published: "2023-05-01T00:00:00.000Z",
  summary: "SECRET",
};
const page = (name: string) => `${actor.outbox}?page=${name}`;
const create = (days: number) => ({
  ...{ id: `${actor.id}/a/${days}`, type: "Create", actor: actor.id },
  object: { id: `https://misskey.example/notes/${days}`, published: daysAgo(days), content: "<p>SECRET</p>" },
});

async function observe(outbox: Told, pages: Record<string, Told> = {}, person: object = actor) {
  const links = [{ rel: "self", type: "application/activity+json", href: actor.id }];
  const { effects, asked } = fixture(({ pathname, searchParams }) => {
    if (pathname === "/.well-known/webfinger") return { body: { links } };
    if (pathname === "/users/9x") return { body: person };
    const name = searchParams.get("page");
    return name === null ? outbox : pages[name];
  });
  const observation = await activityPubOutbox.observe(account, period, effects);
  expect(() => Observation.parse(observation)).not.toThrow();
  expect(JSON.stringify(observation)).not.toContain("SECRET");
  return { observation, asked };
}

test("the pages of an outbox are read until they are older than the period", async () => {
  const { observation, asked } = await observe(
    { body: { totalItems: 80, first: page("1") } },
    {
      1: { body: { orderedItems: [create(1), create(200)], next: page("2") } },
      2: { body: { orderedItems: [create(400)], next: page("3") } },
    },
  );
  expect(observation).toMatchObject({
    observationId: "mastodon:lab@misskey.example/activitypub_outbox/1",
    platformId: actor.id,
    status: "observed",
    sided: "two",
    counters: { posts: 80, followers: null, createdAt: "2023-05-01T00:00:00.000Z" },
    window: { from: period.from, complete: true, filters: ["followers_only", "direct"] },
    posts: [{}, {}],
  });
  expect(asked).toHaveLength(5);
});

test("a server that names a next page for ever ends with an empty one", async () => {
  const { observation } = await observe(
    { body: { totalItems: 1, first: page("1") } },
    {
      1: { body: { orderedItems: [create(1)], next: page("2") } },
      2: { body: { orderedItems: [], next: page("3") } },
    },
  );
  expect(observation.window.complete).toBe(true);
});

test("an outbox may hold its activities, or its first page, itself", async () => {
  const whole = await observe({ body: { totalItems: 1, orderedItems: [create(2)] } });
  expect(whole.observation).toMatchObject({ lastPostAt: daysAgo(2), window: { complete: true } });
  const first = await observe({ body: { totalItems: 1, first: { orderedItems: [create(3)] } } });
  expect(first.observation).toMatchObject({ lastPostAt: daysAgo(3), window: { complete: true } });
});

test("an outbox that only counts shows no silence; one that counts none is empty", async () => {
  const counting = await observe({ body: { totalItems: 31 } });
  expect(counting.observation).toMatchObject({
    status: "partial",
    reason: "no_visible_post",
    sided: "none",
    counters: { posts: 31 },
  });
  const empty = await observe({ body: { totalItems: 0 } });
  expect(empty.observation).toMatchObject({ status: "observed", sided: "two", lastPostAt: null });
});

test("a page on another host is not followed", async () => {
  const { asked } = await observe({ body: { totalItems: 5, first: "https://other.example/outbox?page=1" } });
  expect(asked.some((url) => url.includes("other.example"))).toBe(false);
});

test.each([
  ["moved", { movedTo: "https://b.example/users/lab" }, "moved", "moved_to https://b.example/users/lab"],
  ["suspended", { suspended: true }, "gone", "suspended"],
  ["shy of indexes", { noindex: true }, "presence_only", "noindex"],
])("an actor that is %s is not read", async (_, change, status, reason) => {
  const { observation, asked } = await observe({ body: {} }, {}, { ...actor, ...change });
  expect(observation).toMatchObject({ status, reason, sided: "none" });
  expect(asked).toHaveLength(2);
});

test("it is asked only where there is no other interface, never after a refusal", () => {
  expect(activityPubOutbox.after).toEqual(["no_api"]);
});

test("a host that does not know the name says nothing about the account", async () => {
  const { effects } = fixture(() => undefined);
  expect(await activityPubOutbox.observe(account, period, effects)).toMatchObject({
    status: "error",
    reason: "no_actor",
  });
});
