import { z } from "zod";
import type { Effects } from "../../effects.ts";
import type { Observer } from "../platform.ts";
import { laneOf } from "./lane.ts";
import type { Failure } from "./observation.ts";
import { type Answer, failureOf, jsonAnswer, textOf } from "./responses.ts";
import { list, text } from "./tolerant.ts";

/** A repository of the AT Protocol: whose it is, what it calls itself, and the server that keeps it. */
export interface Repository {
  did: string;
  /** Lower case, without `at://`. */
  handles: readonly string[];
  /** Origin of its personal data server. */
  server: string;
}

const did = /^did:(?:plc:[a-z2-7]{24}|web:[a-z\d.-]+)$/;

const Resolved = z.object({ did: z.string().regex(did) });

/**
 * The DID behind a handle: what the handle's own host says, else what the AppView finds, which looks into DNS as well.
 *
 * @see https://atproto.com/specs/handle, "Handle Resolution"
 */
export async function didOf(handle: string, observer: Observer, effects: Effects): Promise<Answer<string>> {
  if (did.test(handle)) return { data: handle, failure: null };
  const wellKnown = await ask(`https://${handle}/.well-known/atproto-did`, observer, effects);
  const told = failureOf(wellKnown) === null ? textOf(wellKnown).trim() : "";
  if (did.test(told)) return { data: told, failure: null };
  const query = new URLSearchParams({ handle });
  const found = await ask(
    `https://public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle?${query}`,
    observer,
    effects,
  );
  if (found.status === 400) return { data: null, failure: unresolved };
  const answer = jsonAnswer(found, Resolved);
  return answer.failure ? answer : { data: answer.data.did, failure: null };
}

const unresolved: Failure = { status: "gone", reason: "handle_unresolved" };

const DidDocument = z.object({
  alsoKnownAs: list(z.string()),
  service: list(z.object({ id: z.string(), serviceEndpoint: z.url({ protocol: /^https?$/ }) })),
  id: text,
});

/**
 * The repository of a DID by its document: in the directory for `did:plc`, on its own host for `did:web`.
 *
 * @see https://atproto.com/specs/did
 */
export async function repositoryOf(
  id: string,
  observer: Observer,
  effects: Effects,
): Promise<Answer<Repository>> {
  const [, method, host = ""] = id.split(":");
  const url = method === "web" ? `https://${host}/.well-known/did.json` : `https://plc.directory/${id}`;
  const response = await ask(url, observer, effects);
  if (response.status === 410) return { data: null, failure: { status: "gone", reason: "tombstoned" } };
  const answer = jsonAnswer(response, DidDocument);
  if (answer.failure) return answer;
  const { service, alsoKnownAs } = answer.data;
  const server = service.find((each) => each.id.endsWith("#atproto_pds"))?.serviceEndpoint;
  if (!server) return { data: null, failure: { status: "gone", reason: "no_repository" } };
  const handles = alsoKnownAs.map((name) => name.replace(/^at:\/\//, "").toLowerCase());
  return { data: { did: id, handles, server: new URL(server).origin }, failure: null };
}

function ask(url: string, observer: Observer, effects: Effects) {
  return effects.fetch({ url, kind: "api", ...laneOf(observer) });
}
