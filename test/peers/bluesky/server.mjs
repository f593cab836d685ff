/**
 * A personal data server of Bluesky and a directory of DIDs, as their makers publish them, on loopback with some accounts. Prints
 * one line of JSON when all is there, and ends when its standard input does.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AtpAgent } from "@atproto/api";
import { envToCfg, envToSecrets, PDS } from "@atproto/pds";
import plc from "@did-plc/server";

const dayMs = 86_400_000;
const password = randomBytes(8).toString("hex");
const dataDirectory = mkdtempSync(join(tmpdir(), "presence-audit-pds-"));
const directory = plc.PlcServer.create({ db: plc.Database.mock(), port: 0 });
const directoryPort = (await directory.start()).address().port;
const settings = {
  hostname: "pds.test",
  dataDirectory,
  blobstoreDiskLocation: join(dataDirectory, "blobs"),
  didPlcUrl: `http://127.0.0.1:${directoryPort}`,
  inviteRequired: false,
  devMode: true,
  adminPassword: password,
  jwtSecret: randomBytes(16).toString("hex"),
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString("hex"),
};
const config = envToCfg(settings);
const pds = await PDS.create({ ...config, service: { ...config.service, port: 0 } }, envToSecrets(settings));
const server = await pds.start();
const port = server.address().port;
const service = `http://127.0.0.1:${port}`;

async function open(name) {
  const agent = new AtpAgent({ service });
  await agent.createAccount({
    handle: `${name}-trials.pds.test`,
    email: `${name}@pds.test`,
    password,
  });
  // The name that the account's document gives the server is known to the tests alone.
  agent.sessionManager.pdsUrl = new URL(service);
  return agent;
}

const createdAt = (daysAgo) => new Date(Date.now() - daysAgo * dayMs).toISOString();

/** Posts in bulk, one every day back from today, as a program that brings an archive along does. */
async function writeArchive(agent, count) {
  const creations = Array.from({ length: count }, (_, days) => ({
    $type: "com.atproto.repo.applyWrites#create",
    collection: "app.bsky.feed.post",
    value: { $type: "app.bsky.feed.post", text: `SECRET ${days}`, createdAt: createdAt(days + 0.5) },
  }));
  for (let from = 0; from < count; from += 100) {
    const writes = creations.slice(from, from + 100);
    await agent.com.atproto.repo.applyWrites({ repo: agent.session.did, writes });
  }
}

const lab = await open("lab");
const other = await open("other");
const theirs = await other.post({ text: "SECRET of another", createdAt: createdAt(1) });
const archived = 240;
await writeArchive(lab, archived);
const first = await lab.post({ text: "SECRET post", createdAt: createdAt(0.4) });
const reply = (parent) => ({ reply: { root: parent, parent }, text: "SECRET reply" });
await lab.post({ ...reply(theirs), createdAt: createdAt(0.3) });
await lab.post({ ...reply(first), createdAt: createdAt(0.2) });
const embed = { $type: "app.bsky.embed.record", record: theirs };
await lab.post({ text: "SECRET quote", embed, createdAt: createdAt(0.1) });
await lab.post({ text: "SECRET from a fast clock", createdAt: createdAt(-3) });
await lab.repost(theirs.uri, theirs.cid);
const regretted = await lab.post({ text: "SECRET regretted", createdAt: createdAt(0.05) });
await lab.deletePost(regretted.uri);

const shy = await open("shy");
await shy.post({ text: "SECRET", createdAt: createdAt(1) });
const labels = { $type: "com.atproto.label.defs#selfLabels", values: [{ val: "!no-unauthenticated" }] };
await shy.com.atproto.repo.putRecord({
  repo: shy.session.did,
  collection: "app.bsky.actor.profile",
  rkey: "self",
  record: { $type: "app.bsky.actor.profile", labels },
});

await open("empty");
const resting = await open("resting");
await resting.com.atproto.server.deactivateAccount({});
const banned = await open("banned");
await fetch(`${service}/xrpc/com.atproto.admin.updateSubjectStatus`, {
  method: "POST",
  headers: {
    authorization: `Basic ${Buffer.from(`admin:${password}`).toString("base64")}`,
    "content-type": "application/json",
  },
  body: JSON.stringify({
    subject: { $type: "com.atproto.admin.defs#repoRef", did: banned.session.did },
    takedown: { applied: true, ref: "test" },
  }),
});

const key = ({ uri }) => uri.split("/").at(-1);
const dids = Object.fromEntries(
  Object.entries({ lab, shy, resting, banned }).map(([name, { session }]) => [name, session.did]),
);
console.log(JSON.stringify({ port, directoryPort, dids, archived, deleted: key(regretted) }));

process.stdin.resume().once("end", async () => {
  await pds.destroy();
  await directory.destroy();
  rmSync(dataDirectory, { recursive: true, force: true });
  process.exit(0);
});
