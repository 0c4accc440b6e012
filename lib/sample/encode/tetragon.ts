import type { Act } from "../act.js";
import { firstDay } from "../calendar.js";
import { between, digits } from "../choose.js";
import { hostOf } from "../person.js";
import type { Random } from "../random.js";
import { type Encode, isoWith, pathOf, sightingOf } from "./sighting.js";

/** Tetragon's `process_exec`, with the user's name as `--username-metadata` adds it. */
export const tetragon: Encode = (act, draw) => {
  const { person, at, cwd } = act;
  const { argv, parent } = sightingOf(act, draw, person.sensor.format === "tetragon" ? person.sensor.shows : "program");
  const time = isoWith(at, digits(draw, 6));
  const pid = between(draw, 2_000, 4_000_000);
  const own = execId(act, draw, 0, pid);
  const parentPid = pid - between(draw, 1, 900);
  const starter = execId(act, draw, 40, parentPid);
  const account = { uid: person.uid, cwd, auid: person.uid, user: { name: person.name } };
  const record = {
    process_exec: {
      process: {
        exec_id: own,
        pid,
        ...account,
        ...image(argv, cwd),
        flags: "execve clone",
        start_time: time,
        parent_exec_id: starter,
        refcnt: 1,
      },
      parent: {
        exec_id: starter,
        pid: parentPid,
        ...account,
        ...image(parent, cwd),
        flags: "execve clone",
        start_time: isoWith(at - 40, digits(draw, 6)),
        parent_exec_id: execId(act, draw, 900, parentPid - 1),
      },
    },
    node_name: hostOf(person),
    time,
  };
  return { id: own, record };
};

/** Binary and arguments; an argument with a space stands in double quotes, inner quotes as they are. */
function image([program, ...rest]: readonly string[], cwd: string): object {
  const binary = pathOf(program as string, cwd);
  const words = rest.map((word) => (/\s/.test(word) || word === "" ? `"${word}"` : word));
  return words.length === 0 ? { binary } : { binary, arguments: words.join(" ") };
}

/** base64 of `node:nanoseconds since boot:pid`, for a process that was started so many milliseconds earlier. */
const execId = ({ person, at }: Act, draw: Random, earlier: number, pid: number): string =>
  btoa(`${hostOf(person)}:${at - firstDay + 900_000 - earlier}${digits(draw, 6)}:${pid}`);
