import { expect, test } from "vitest";
import { didOf, repositoryOf } from "../../../../crawler/platforms/observers/bluesky-identity.ts";
import { blueskyPds } from "../../../../crawler/platforms/observers/bluesky-pds.ts";
import { fixture, type Told } from "./fixture.ts";

const did = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";

function web(answers: Record<string, Told>) {
  return fixture(({ host, pathname }) => answers[host + pathname]);
}

test("a handle on a domain of its own is resolved by what the domain says", async () => {
  const { effects, asked } = web({ "lab.example.com/.well-known/atproto-did": { body: `${did}\n` } });
  expect(await didOf("lab.example.com", blueskyPds, effects)).toEqual({ data: did, failure: null });
  expect(asked).toEqual(["https://lab.example.com/.well-known/atproto-did"]);
});

test("where the domain says nothing, or a page instead, the AppView looks into DNS", async () => {
  const { effects } = web({
    "lab.example.com/.well-known/atproto-did": { body: "<!doctype html><p>did:plc: what?</p>" },
    "public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle": { body: { did } },
  });
  expect((await didOf("lab.example.com", blueskyPds, effects)).data).toBe(did);
});

test("a handle that leads nowhere is gone; one that nobody could look up is an error", async () => {
  const nowhere = { status: 400, body: { error: "InvalidRequest", message: "Unable to resolve handle" } };
  const gone = web({ "public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle": nowhere });
  expect((await didOf("lab.example.com", blueskyPds, gone.effects)).failure).toEqual({
    status: "gone",
    reason: "handle_unresolved",
  });
  const dead = fixture(() => ({ status: null, outcome: "dns_error" }));
  expect((await didOf("lab.example.com", blueskyPds, dead.effects)).failure?.status).toBe("error");
});

test("a DID needs no look-up", async () => {
  const { effects, asked } = web({});
  expect((await didOf(did, blueskyPds, effects)).data).toBe(did);
  expect(asked).toEqual([]);
});

const service = [
  { id: "#other", type: "Other", serviceEndpoint: "https://other.example" },
  { id: "#atproto_pds", type: "AtprotoPersonalDataServer", serviceEndpoint: "https://pds.example/" },
];

test.each([
  [did, `plc.directory/${did}`],
  ["did:web:lab.example.com", "lab.example.com/.well-known/did.json"],
])("the document of %s names its server and its handles", async (id, place) => {
  const { effects } = web({ [place]: { body: { id, alsoKnownAs: ["at://Lab.example.com", 7], service } } });
  expect((await repositoryOf(id, blueskyPds, effects)).data).toEqual({
    did: id,
    handles: ["lab.example.com"],
    server: "https://pds.example",
  });
});

test.each<[string, Told, string, string]>([
  ["a tombstone", { status: 410, body: { message: "tombstone" } }, "gone", "tombstoned"],
  ["a document without a server", { body: { id: did, service: [] } }, "gone", "no_repository"],
  ["an unknown DID", { status: 404, body: { message: "not registered" } }, "gone", "not_found"],
  ["a page instead of a document", { body: "<html>" }, "error", "malformed"],
  [
    "a server that is no web address",
    { body: { id: did, service: [{ id: "#atproto_pds", serviceEndpoint: "ftp://x" }] } },
    "gone",
    "no_repository",
  ],
])("%s is no repository", async (_, told, status, reason) => {
  const { effects } = web({ [`plc.directory/${did}`]: told });
  expect((await repositoryOf(did, blueskyPds, effects)).failure).toEqual({ status, reason });
});
