import { expect, test } from "vitest";
import { siteOutcomes } from "../../../datasets/schema.ts";
import { mishapIds, mishaps } from "../../../datasets/synthetic/mishaps.ts";

test("every mishap ends in one of the outcomes an audit knows", () => {
  for (const id of mishapIds) expect(siteOutcomes).toContain(mishaps[id].outcome);
});

test("what cannot be read is never counted as visited, unless the visit ended on somebody else's site", () => {
  const visited = mishapIds.filter((id) => mishaps[id].outcome === "visited" && !mishaps[id].readable);
  expect(visited).toEqual(["to_parent", "to_stranger"]);
  for (const id of visited) expect(mishaps[id].reason).toBe("redirected_offsite");
});

test("a refusal of robots is told from a robots.txt that cannot be had", () => {
  expect(mishaps.robots_all).toMatchObject({ outcome: "robots_disallowed", reason: null });
  expect(mishaps.robots_error).toMatchObject({ outcome: "robots_disallowed", reason: "robots_unreachable" });
});

test("most ways in which a visit can end occur", () => {
  const met = new Set(mishapIds.map((id) => mishaps[id].outcome));
  const never = siteOutcomes.filter((outcome) => !met.has(outcome));
  expect(never).toEqual(["guarded"]);
});
