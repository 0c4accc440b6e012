import type { Command, Truth } from "../../sample/tree/process.js";
import type { Observed } from "../gather.js";
import { type Labelled, nameOf } from "./labelled.js";

/** One observation beside the label of the start that it is of. */
export interface Compared {
  /** The same for the same observation in another reading. */
  readonly key: string;
  /** Null where it is of nothing that was labelled. */
  readonly command: Command | null;
  readonly scene: string;
  readonly person: string;
  readonly expected: Truth | null;
  readonly told: { readonly identity: string; readonly agent: string | null };
}

/** Root is another account on every host, and is told as the host is spelled. */
const spelled = ({ identity, agent }: Truth, host: string | null): Truth =>
  identity === "root" && host !== null ? { identity: `root@${host.toLowerCase()}`, agent } : { identity, agent };

/** What was observed beside what really happened: the same event, and in it the command at the same place. */
export const compare = (observed: readonly Observed[], labels: ReadonlyMap<string, Labelled>): readonly Compared[] =>
  observed.map(({ observation: { event, index, identity, agent } }) => {
    const name = nameOf(event.id, event.host);
    const label = labels.get(name);
    const command = label?.commands[index] ?? null;
    return {
      key: `${index} of ${name}`,
      command,
      scene: label?.scene ?? "nowhere",
      person: label?.person ?? "nobody",
      expected: command === null ? null : spelled(command.truth, event.host),
      told: { identity, agent },
    };
  });

export const isHers = ({ expected, told }: Compared): boolean => expected?.identity === told.identity;
export const isAgents = ({ expected, told }: Compared): boolean => expected !== null && expected.agent === told.agent;
