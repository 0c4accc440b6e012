import { writeFile } from "node:fs/promises";
import { trainOnInvented } from "../evaluation/masquerade/shipped.js";

/** `npm run train:calibrator`: the calibrator that is shipped, made anew from invented people. */
const file = new URL("../identity/shipped-calibrator.ts", import.meta.url);
const { bias, weights } = trainOnInvented();

await writeFile(
  file,
  [
    'import type { Calibrator } from "./calibrator.js";',
    "",
    "/** Made by `npm run train:calibrator` from invented people; version 2. */",
    "export const shippedCalibrator: Calibrator = {",
    `  bias: ${bias},`,
    "  weights: {",
    ...Object.entries(weights).map(([name, weight]) => `    ${name}: ${weight},`),
    "  },",
    "};",
    "",
  ].join("\n"),
);
