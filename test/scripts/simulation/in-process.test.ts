import { expect, test } from "vitest";
import { generateIndustry } from "../../../datasets/synthetic/generate.ts";
import type { MishapId } from "../../../datasets/synthetic/mishaps.ts";
import { readScenario } from "../../../datasets/synthetic/scenario.ts";
import { openStillWorld } from "../../../scripts/simulation/in-process.ts";

const industry = generateIndustry(readScenario("hostile"));
const hostOf = (mishap: MishapId) =>
  industry.companies.find((each) => each.mishap === mishap)?.host ?? "none";
const ask = async (url: string) => {
  const world = openStillWorld(industry, 0);
  return await world.pass(world.effects.fetch({ url, kind: "page" }));
};

test.each([
  ["dns_failure", "dns_error"],
  ["refused", "connect_error"],
  ["reset", "connect_error"],
  ["wrong_certificate", "tls_error"],
  ["garbage", "protocol_error"],
  ["silent", "timeout"],
  ["too_large", "too_large"],
  ["compressed_bomb", "too_large"],
  ["gone", "gone"],
] as const)("a site with the mishap %s fails as it does on the wire: %s", async (mishap, outcome) => {
  expect(await ask(`https://${hostOf(mishap)}/`)).toMatchObject({ outcome });
});

test("a site that knows no TLS answers over http alone", async () => {
  const host = hostOf("plain_http");
  expect(await ask(`https://${host}/`)).toMatchObject({ outcome: "connect_error" });
  const answer = await ask(`http://${host}/`);
  expect(answer).toMatchObject({ outcome: "ok", status: 200 });
  expect(Buffer.from(answer.body).toString()).toContain("<html");
});

test("hours pass in no time, in the order in which they were asked for", async () => {
  const { effects, clock, pass } = openStillWorld(industry, 0);
  const begin = clock();
  const woken: string[] = [];
  const late = effects.sleep(3_600_000).then(() => woken.push("late"));
  const soon = effects.sleep(1_000).then(() => woken.push("soon"));
  await pass(Promise.all([late, soon]));
  expect(woken).toEqual(["soon", "late"]);
  expect(clock() - begin).toBe(3_600_000);
});

test("who asks too fast is seen, on the clock of this world", async () => {
  const host = hostOf("none");
  const { effects, pass, treatments } = openStillWorld(industry, 1_000);
  const page = (path: string) => effects.fetch({ url: `https://${host}${path}`, kind: "page" });
  await pass(page("/robots.txt").then(() => page("/")));
  expect(treatments()).toMatchObject([{ host, requests: 2, broken: 1 }]);
  expect(treatments()[0]?.companyId).not.toBeNull();
});
