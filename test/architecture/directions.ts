/** What each part may import besides itself; `type x` allows `import type` only. Read it as the design's arrows. */
export const directions: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  stats: ["domain"],
  detectors: ["domain", "stats"],
  assess: ["domain", "stats", "detectors", "identity"],
  identity: ["domain", "stats"],
  ports: ["domain"],
  telemetry: ["domain", "type ports"],
  command: ["domain"],
  attribution: ["domain", "command"],
  impact: ["domain", "command"],
  render: ["domain", "command", "impact"],
  sample: ["domain"],
  evaluation: ["domain", "stats", "identity", "sample"],
  config: [
    ...["domain", "attribution", "assess", "type impact", "config-values", "config-files"],
    ...["config-identities", "config-agents", "config-catalogue", "config-infrastructure", "config-identity-lane"],
  ],
  tables: [],
  environment: [],
  "config-values": [],
  "config-json": [],
  "config-files": [],
  "config-identities": ["attribution", "config-values"],
  "config-agents": ["attribution", "config-values"],
  "config-catalogue": ["domain", "impact", "config-values"],
  "config-infrastructure": ["config-values"],
  "config-identity-lane": ["domain", "identity", "config-values"],
  adapters: ["domain", "ports", "render", "stats", "tables"],
  flows: [
    ...["domain", "stats", "detectors", "assess", "ports", "telemetry"],
    ...["command", "attribution", "impact", "render", "sample", "config", "evaluation"],
  ],
  cli: [
    ...["domain", "stats", "detectors", "assess", "ports", "telemetry", "command", "attribution", "impact"],
    ...["render", "sample", "evaluation", "config", "config-json", "adapters", "flows", "lambdas"],
  ],
  lambdas: ["domain", "ports", "config", "environment", "adapters", "assess", "attribution", "flows"],
  cdk: ["adapters", "config", "config-json", "config-infrastructure", "environment", "tables"],
};

/** Parts that import no package at all; elsewhere packages are the linter's and package.json's business. */
export const withoutPackages: ReadonlySet<string> = new Set(["domain"]);
