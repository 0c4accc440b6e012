import type { Act } from "../act.js";
import { hex } from "../choose.js";
import { hostOf } from "../person.js";
import type { Random } from "../random.js";
import { isOneProgram } from "../shell-words.js";
import { wrapperOf } from "../wrappers.js";
import type { Encode } from "./sighting.js";

/** The three ways in which plain telemetry shows an agent; for a person's own hands it is the line she typed. */
export const plain: Encode = (act, draw) => {
  const { person, at, cwd, session } = act;
  const id = `evt-${hex(draw, 16)}`;
  const record = {
    id,
    time: new Date(at).toISOString(),
    user: person.account,
    host: hostOf(person),
    cwd,
    ...(session === null ? {} : { session }),
    ...shown(act, draw),
  };
  return { id, record };
};

/** What an agent's call looks like depends on who wrote the line down: the agent itself, or something that looks on. */
function shown(act: Act, draw: Random): object {
  const { agent, line, person } = act;
  if (agent === null || person.sensor.format !== "plain") return { command: line };
  if (person.sensor.shows === "declared") return { agent, command: line };
  const argv = wrapperOf(agent, act, draw);
  const wrapper = person.sensor.argv ? argv : argv.join(" ");
  if (person.sensor.shows === "program" && isOneProgram(line)) return { command: line, parent: { command: wrapper } };
  return { command: wrapper };
}
