import { editors, type Fingerprint, fingerprints } from "./fingerprints.js";
import { binaryName, type Invocation } from "./invocation.js";

const byBinary: ReadonlyMap<string, Fingerprint> = new Map(
  fingerprints.flatMap((fingerprint) => fingerprint.binaries.map((binary) => [binary, fingerprint] as const)),
);
const byModule: ReadonlyMap<string, Fingerprint> = new Map(
  fingerprints.flatMap((fingerprint) => fingerprint.modules.map((module) => [module, fingerprint] as const)),
);
const byAlias: ReadonlyMap<string, string> = new Map(
  fingerprints.flatMap(({ agent, aliases }) => [agent, ...aliases].map((alias) => [alias, agent] as const)),
);

const pieces = fingerprints.flatMap((fingerprint) => fingerprint.paths.map((piece) => ({ piece, fingerprint })));

const byPath = (path: string): Fingerprint | undefined => {
  if (!path.includes("/") && !path.includes("\\")) return undefined;
  const plain = path.replaceAll("\\", "/").toLowerCase();
  return pieces.find(({ piece }) => plain.includes(piece))?.fingerprint;
};

/** The agent that a program is, told by its executable or by the script or module an interpreter runs; never by the rest of the line. */
export const recogniseAgent = ({ name, path, script, module }: Invocation): Fingerprint | undefined =>
  byBinary.get(name) ??
  byPath(path) ??
  (script === null ? undefined : (byPath(script) ?? byBinary.get(binaryName(script)))) ??
  (module === null ? undefined : byModule.get(module.split(".")[0] ?? ""));

/** The editor that a program is, if it is one. */
export const recogniseEditor = ({ name }: Invocation): string | undefined =>
  editors.find(({ binary }) => binary.test(name))?.name;

// Longer names exist only in attacks on whoever shows them.
const longestName = 64;

/**
 * The name under which all output knows an agent, from however a source spells it; an unknown one in kebab-case, null for
 * an empty one or a person.
 *
 * @example
 * agentNamed("codex-cli") // => "codex"
 * agentNamed("Claude Code") // => "claude-code"
 * agentNamed("claude-code_2-1-263_agent") // => "claude-code"
 * agentNamed("myNewAgent") // => "my-new-agent"
 * agentNamed("human") // => null
 */
export const agentNamed = (spelled: string): string | null => {
  const alias = byAlias.get(spelled);
  if (alias !== undefined) return alias;
  const kebab = spelled
    .slice(0, longestName)
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  if (kebab === "" || kebab === "human" || kebab === "none" || kebab === "null" || kebab === "user") return null;
  const known = byAlias.get(kebab) ?? byAlias.get(kebab.replace(/-(?:v-?)?\d[\d-]*(?:-agent)?$/, ""));
  return known ?? byAlias.get(kebab.replaceAll("-", "")) ?? kebab;
};
