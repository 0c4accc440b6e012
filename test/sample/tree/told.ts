import { inflate } from "../../../lib/adapters/inflate.js";
import { defaultConfig } from "../../../lib/config.js";
import { withNames } from "../../../lib/flows/accuracy/account-names.js";
import { compare } from "../../../lib/flows/accuracy/compare.js";
import { asInput, labelled, labelsByName } from "../../../lib/flows/accuracy/labelled.js";
import { gather } from "../../../lib/flows/gather.js";
import type { Carries, TreeEncoder } from "../../../lib/sample/tree/encode/encode.js";
import type { Command, Start, Tree } from "../../../lib/sample/tree/process.js";
import { scenes } from "../../../lib/sample/tree/scenes/index.js";

/** What the detector says of a command. */
export interface Told {
  readonly identity: string;
  readonly agent: string | null;
  /** Its words without quotes, the program without its folder. */
  readonly text: string;
}

const config = withNames(defaultConfig);

const canonical = (command: string): string =>
  command
    .replace(/['"\\]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^(?:\S*\/|-)/, "");

/** Hosts, written by some sensors and read by the detector: what is told of each command, in order. */
export async function toldOf(
  encoders: readonly TreeEncoder[],
  trees: readonly Tree[],
): Promise<ReadonlyMap<Command, readonly Told[]>> {
  const written = encoders.map((encoder) => trees.flatMap((tree) => labelled(encoder, tree)));
  const { observed } = await gather(asInput(written.flat()), inflate, "auto", config, () => {});
  const labels = new Map(written.flatMap((all) => [...labelsByName(all, inflate)]));
  const told = new Map<Command, Told[]>();
  for (const [place, { command }] of compare(observed, labels).entries()) {
    const observation = observed[place]?.observation;
    if (command === null || observation === undefined) throw new Error("an observation requires a label");
    const { identity, agent, event } = observation;
    const isRoot = event.host !== null && identity === `root@${event.host.toLowerCase()}`;
    const one = { identity: isRoot ? "root" : identity, agent, text: canonical(observation.command) };
    told.set(command, [...(told.get(command) ?? []), one]);
  }
  return told;
}

/** Root's by a sudo that keeps a copy of itself between: only the login, or what stands above copies, tells whose. */
const isBelowMonitor = ({ fork, parent, user }: Start): boolean =>
  parent !== null && ((fork !== null && user.uid === 0 && parent.argv[0] === "sudo") || isBelowMonitor(parent));

/** The commands of which records that carry only this cannot tell who acted. */
export function hiddenFrom(carries: Carries, tree: Tree): ReadonlySet<Command> {
  const hidden = new Set(
    scenes.flatMap(({ name, onlyBy }) => (onlyBy?.some((what) => carries[what]) === false ? [name] : [])),
  );
  const showsAbove = carries.login || carries.forks || carries.parentCommandLine;
  return new Set(
    tree.starts
      .filter((start) => hidden.has(start.scene) || (!showsAbove && isBelowMonitor(start)))
      .flatMap(({ commands }) => commands),
  );
}
