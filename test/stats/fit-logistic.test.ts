import { describe, expect, it } from "vitest";
import { type Example, fitLogistic } from "../../lib/stats/fit-logistic.js";
import { chanceOf, logOdds } from "../../lib/stats/logistic.js";

/** Hours of study and whether the exam was passed: the worked example of https://en.wikipedia.org/wiki/Logistic_regression */
const hours = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
const exams: readonly Example[] = hours.map((hour, i) => ({ numbers: [hour], positive: passed[i] === 1 }));

describe("logistic regression", () => {
  it("gives the published weights of the exams", () => {
    const { bias, weights } = fitLogistic(exams, 0);
    expect(bias).toBeCloseTo(-4.0777, 4);
    expect(weights[0]).toBeCloseTo(1.5046, 4);
  });

  it("gives the published chance of passing after two hours", () =>
    expect(chanceOf(logOdds(fitLogistic(exams, 0), [2]))).toBeCloseTo(0.26, 2));

  it("does not depend on the unit of a number", () => {
    const minutes = exams.map(({ numbers, positive }) => ({ numbers: numbers.map((n) => n * 60), positive }));
    expect(logOdds(fitLogistic(minutes, 1), [180])).toBeCloseTo(logOdds(fitLogistic(exams, 1), [3]), 9);
  });

  it("is drawn to the share of positives by a large ridge", () =>
    expect(chanceOf(logOdds(fitLogistic(exams, 1e9), [5]))).toBeCloseTo(0.5, 6));

  it("gives no weight to a number that never varies", () =>
    expect(
      fitLogistic(
        exams.map((exam) => ({ ...exam, numbers: [...exam.numbers, 7] })),
        1,
      ).weights[1],
    ).toBe(0));
});
