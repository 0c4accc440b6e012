import { describe, expect, it } from "vitest";
import { day } from "../../lib/domain/units.js";
import { alertsByWeek } from "../../lib/evaluation/engineer-weeks.js";

const told = (days: number, alert: string | null, what: object = {}) => ({
  ...{ identity: "ada", at: days * day, isWarmUp: false, alert },
  ...what,
});

describe("engineer-weeks", () => {
  it("start with a person's first event, and only those with a judged command count", () =>
    expect(alertsByWeek([told(3, null), told(9.9, "a"), told(30, null)])).toEqual([1, 0]));

  it("count an alert once, in the week in which it was told first", () =>
    expect(alertsByWeek([told(0, "a"), told(1, "a"), told(8, "a"), told(8, "b")])).toEqual([1, 1]));

  it("leave warm-up out, but start with it", () =>
    expect(alertsByWeek([told(0, "a", { isWarmUp: true }), told(6, "b"), told(8, "c")])).toEqual([1, 1]));

  it("keep people apart", () =>
    expect(alertsByWeek([told(0, "a"), told(1, "b", { identity: "grace" })])).toEqual([1, 1]));
});
