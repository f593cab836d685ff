import { expect, test } from "vitest";
import { withSilenceQ } from "../../analysis/silences.ts";
import { cadence } from "./records.ts";

test("silences are judged together, an account with two rows once, and one without a chance not at all", () => {
  const rows = [
    cadence("x:a", { silenceP: 0.01 }),
    cadence("x:a", { silenceP: 0.01, estimator: "lifetime" }),
    cadence("x:b", { silenceP: 0.04 }),
    cadence("x:c", { silenceP: null }),
    cadence("x:d", { silenceP: 0.5 }),
  ];
  const expected = [0.03, 0.03, 0.06, null, 0.5];
  expect(withSilenceQ(rows).map(({ silenceQ }) => silenceQ)).toEqual(
    expected.map((q) => (q === null ? null : expect.closeTo(q, 12))),
  );
  expect(withSilenceQ(rows).map(({ silenceQ: _, ...rest }) => rest)).toEqual(
    rows.map(({ silenceQ: _, ...rest }) => rest),
  );
});
