import { type Fingerprint, hinted, noSigns, reported, shared, sure } from "../fingerprint.js";

export const amp: Fingerprint = {
  ...noSigns,
  agent: "amp",
  aliases: ["ampcode", "amp-code", "sourcegraph-amp", "amp-cli"],
  binaries: ["amp"],
  paths: ["/@sourcegraph/amp/"],
  confidence: shared,
  environment: [
    { name: "AMP_CURRENT_THREAD_ID", value: "*", confidence: hinted, note: "claimed, and not found by a later check" },
  ],
  sessionVariables: ["AMP_CURRENT_THREAD_ID"],
  evidence: ["AGENT=amp"],
  verifiedOn: "2026-11-20",
};

/** Known by what sources declare; its commands come out of its editor as a person's do. Renamed to Devin Desktop. */
export const windsurf: Fingerprint = {
  ...noSigns,
  agent: "windsurf",
  aliases: ["windsurf-agent", "windsurf-cascade", "cascade", "codeium-windsurf"],
  confidence: shared,
  verifiedOn: "2026-11-20",
};

export const devin: Fingerprint = {
  ...noSigns,
  agent: "devin",
  aliases: ["devin-ai", "devin-desktop", "devin-cli", "cognition-devin"],
  binaries: ["devin"],
  paths: ["/opt/.devin/"],
  confidence: sure,
  verifiedOn: "2026-11-20",
};

export const droid: Fingerprint = {
  ...noSigns,
  agent: "droid",
  aliases: ["factory-droid", "droid-cli", "factory-cli", "factory-droid-cli"],
  binaries: ["droid"],
  paths: ["/.factory/bin/"],
  confidence: shared,
  verifiedOn: "2026-11-20",
};

export const auggie: Fingerprint = {
  ...noSigns,
  agent: "auggie",
  aliases: ["augment", "augment-code", "auggie-cli"],
  binaries: ["auggie"],
  paths: ["/@augmentcode/auggie/"],
  confidence: sure,
  verifiedOn: "2026-11-20",
};

export const junie: Fingerprint = {
  ...noSigns,
  agent: "junie",
  aliases: ["jetbrains-junie", "junie-cli"],
  binaries: ["junie"],
  confidence: sure,
  environment: [{ name: "JUNIE_DATA", value: "*", confidence: hinted, note: "may be a person's own setting" }],
  verifiedOn: "2026-11-20",
};

/** The agent in the terminal of that name, which is a person's otherwise. */
export const warp: Fingerprint = {
  ...noSigns,
  agent: "warp",
  aliases: ["warp-agent", "warp-oz"],
  confidence: reported,
  environment: [{ name: "OZ_RUN_ID", value: "*", confidence: reported, note: "of its runs" }],
  sessionVariables: ["OZ_RUN_ID"],
  verifiedOn: "2026-11-20",
};
