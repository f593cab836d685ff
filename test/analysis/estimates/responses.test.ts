import { expect, test } from "vitest";
import { responsesOf } from "../../../analysis/estimates/responses.ts";

const answered = (days: number) => ({ days, isAnswered: true });
const open = (days: number) => ({ days, isAnswered: false });

test("only mentions open for a week, or answered, are judged", () => {
  expect(responsesOf([answered(1), answered(9), open(30), open(2)]).rate).toBeCloseTo(1 / 3, 12);
});

test("unanswered mentions hold the median back", () => {
  expect(responsesOf([answered(1), answered(2), answered(3)]).medianDays).toBe(2);
  expect(responsesOf([answered(1), answered(2), answered(3), open(9), open(9)]).medianDays).toBe(3);
  expect(responsesOf([answered(1), open(9), open(9)]).medianDays).toBeNull();
});

test("a mention that left view early counts while it was watched", () => {
  // Survival by hand: 4/5 at day 1, then 4/5 * 2/3 = 8/15 at day 3, then 8/15 * 1/2 at day 4.
  expect(responsesOf([answered(1), open(2), answered(3), answered(4), open(9)]).medianDays).toBe(4);
});

test("without mentions nothing is known", () => {
  expect(responsesOf([])).toEqual({ rate: null, medianDays: null });
});
