import { firstDay } from "../../calendar.js";
import type { Start, Tree } from "../process.js";
import { type Above, aboveOf } from "./above.js";
import { bare, type Carries, type StartEncoder } from "./encode.js";

/** The kernel's "never logged in": -1 as 32 bits. */
const nobody = 4_294_967_295;

/** base64 of `node:nanoseconds since boot:pid`. */
const execId = ({ pid, at }: Pick<Above, "pid" | "at">, { host }: Tree): string =>
  btoa(`${host}:${at - firstDay}000000:${pid}`);

const iso = (at: number): string => new Date(at).toISOString().replace("Z", "123456Z");

/** Binary and arguments; an argument with a space stands in double quotes, inner quotes as they are. */
const image = ({ binary, argv }: Start): object => {
  const words = argv.slice(1).map((word) => (/\s/.test(word) || word === "" ? `"${word}"` : word));
  return words.length === 0 ? { binary } : { binary, arguments: words.join(" ") };
};

/** Those above, from near to far: an image before an exec in place is the parent, and a copy has its image's words. */
const lineOf = (start: Start): readonly Above[] => {
  const { before } = start;
  if (before !== null) return [{ image: before, pid: before.pid, at: before.at }, ...lineOf(before)];
  const { parent } = start;
  const direct = aboveOf(start).slice(0, start.fork === null ? 1 : 2);
  return parent === null ? [] : [...direct, ...lineOf(parent)];
};

const flagsOf = ({ before, at }: Start, shown: Above): string =>
  shown.at !== at ? "clone" : before === null ? "execve clone" : "execve";

const variablesOf = ({ environment }: Start): object => ({
  environment_variables: Object.entries(environment).map(([key, value]) => ({ key, value })),
});

const processOf = (shown: Above, next: Above | undefined, tree: Tree, isWhole: boolean): object => {
  const { image: start } = shown;
  return {
    exec_id: execId(shown, tree),
    pid: shown.pid,
    uid: start.user.uid,
    cwd: start.cwd,
    ...image(start),
    flags: flagsOf(start, shown),
    start_time: iso(shown.at),
    auid: start.login?.uid ?? nobody,
    ...(next === undefined ? {} : { parent_exec_id: execId(next, tree) }),
    ...(isWhole ? { user: { name: start.user.name } } : {}),
  };
};

const processExec = (variant: string, isWhole: boolean, carries: Carries): StartEncoder => ({
  kind: "starts",
  format: "tetragon",
  variant,
  carries,
  encode(start, tree) {
    if (tree.system !== "linux") return [];
    const [parent, ...further] = lineOf(start);
    const shown = { image: start, pid: start.pid, at: start.at };
    const above = further.map((one, index) => processOf(one, further[index + 1], tree, isWhole));
    const process_exec = {
      process: {
        ...processOf(shown, parent, tree, isWhole),
        ...(isWhole ? variablesOf(start) : {}),
      },
      ...(parent === undefined ? {} : { parent: processOf(parent, further[0], tree, isWhole) }),
      ...(isWhole && above.length > 0 ? { ancestors: above } : {}),
    };
    return [{ process_exec, node_name: tree.host, time: iso(start.at) }];
  },
});

const carries: Carries = { ...bare, parentCommandLine: true, lineage: true, milliseconds: true, login: true };

/** `process_exec` without usernames, as it is by default. */
export const tetragon: StartEncoder = processExec("process_exec", false, carries);

/** With all that can be switched on: ancestors, usernames, environment variables. */
export const tetragonWhole: StartEncoder = processExec("process_exec+ancestors", true, {
  ...carries,
  environment: true,
});
