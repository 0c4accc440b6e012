import { describe, expect, it } from "vitest";
import { trainOnInvented } from "../../lib/evaluation/masquerade/shipped.js";
import { featureNames } from "../../lib/identity/features.js";
import { shippedCalibrator } from "../../lib/identity/shipped-calibrator.js";

describe("the calibrator that is shipped", () => {
  it("is what npm run train:calibrator makes", () => {
    const { bias, weights } = trainOnInvented();
    expect(bias).toBeCloseTo(shippedCalibrator.bias, 2);
    for (const name of featureNames) expect(weights[name], name).toBeCloseTo(shippedCalibrator.weights[name], 2);
  });
});
