import type { Reach } from "../domain/finding.js";
import type { Impact, ImpactClass } from "../domain/impact.js";
import type { Observation } from "../domain/observation.js";
import { partsOf } from "../domain/signature.js";

/** How the ids of catalogue entries begin that act on what others use as well. */
export const sharedEntries: readonly string[] = [
  ...["aws.", "azure.", "cloud.", "gcloud.", "platform.", "infrastructure.", "helm.", "kubernetes.", "vault."],
  ...["secrets.", "database.", "queue.", "backup.", "forge.", "http.", "jenkins.", "publish.", "lateral."],
  ...["git.force-push", "git.remote-delete"],
];

/** How far a kind of harm goes by itself; a secret reaches what it opens, and data that left is out of reach. */
const ofClass: Readonly<Record<ImpactClass, Reach>> = {
  destroy: "own",
  reconnaissance: "own",
  privilege: "machine",
  execution: "machine",
  persistence: "machine",
  tampering: "machine",
  "unattended-agent": "machine",
  "credential-access": "shared",
  "lateral-movement": "shared",
  exfiltration: "shared",
  "supply-chain": "shared",
  "production-change": "shared",
};

/** What stands in a signature's shape, and how far it goes. */
const ofShape: ReadonlyMap<string, Reach> = new Map([
  ...["privileged", "path:root", "path:system", "path:device", "path:startup", "path:log"].map(
    (part) => [part, "machine"] as const,
  ),
  ["branch:main", "shared"],
  ["environment:production", "everything"],
]);

/** Programs that run a command on another machine. */
const farWrappers: ReadonlySet<string> = new Set(
  (
    "ssh autossh mosh rsh remsh plink pdsh clush pssh parallel-ssh dsh ansible " +
    "kubectl oc k aws gcloud az heroku railway fly flyctl"
  ).split(" "),
);

const inOrder: readonly Reach[] = ["own", "machine", "shared", "everything"];

/**
 * How far a reach goes, as a share of the farthest.
 *
 * @example
 * shareOf("own") // => 0
 * shareOf("everything") // => 1
 */
export const shareOf = (reach: Reach): number => inOrder.indexOf(reach) / (inOrder.length - 1);

/**
 * How much a command touches besides her own files: its blast radius, as far as its shape tells.
 *
 * The farthest of: its kind of harm, what the catalogue's entry acts on, what its signature points at, and where its
 * wrappers run it. In what is shared it reaches everything when it goes for all there is, when it raises rights or blinds
 * records, and when it destroys what infrastructure as code describes. Where it stops being right: a name says nothing
 * of production unless it says so, which host a wrapper goes to is not in a signature, and of entries of your own only
 * the kind of harm is known.
 *
 * @example
 * const remove = { id: "files.remove-folder", class: "destroy" }
 * reachOf(remove, { signature: "rm/-/recursive+path:project", wrappers: [] }) // => "own"
 * reachOf(remove, { signature: "rm/-/recursive+path:system", wrappers: ["sudo"] }) // => "machine"
 * reachOf(remove, { signature: "rm/-/recursive+path:project", wrappers: ["ssh"] }) // => "shared"
 * reachOf({ id: "kubernetes.delete", class: "destroy" }, { signature: "kubectl/delete/all", wrappers: [] }) // => "everything"
 */
export function reachOf(
  { id, class: kind }: Pick<Impact, "id" | "class">,
  { signature, wrappers }: Pick<Observation, "signature" | "wrappers">,
): Reach {
  const [, , shape] = partsOf(signature);
  // A redirection's target counts like any other.
  const parts = shape.split("+").map((part) => part.replace(/^writes:/, ""));
  const found: Reach[] = [ofClass[kind], ...parts.flatMap((part) => ofShape.get(part) ?? [])];
  const isShared = sharedEntries.some((begin) => id.startsWith(begin));
  if (isShared || wrappers.some((name) => farWrappers.has(name))) found.push("shared");
  const isWhole =
    parts.includes("all") ||
    parts.includes("pattern:everything") ||
    (isShared && (kind === "privilege" || kind === "tampering")) ||
    (id.startsWith("infrastructure.") && kind === "destroy");
  if (isWhole && found.includes("shared")) found.push("everything");
  return inOrder.findLast((reach) => found.includes(reach)) ?? "own";
}
