import { second } from "../../domain/units.js";
import { between } from "../choose.js";
import { launchOf, type TreeAgent } from "./agents.js";
import type { Called, Differences, Gardener } from "./gardener.js";
import type { Start } from "./process.js";
import { type Course, commandsOf, runScript } from "./run.js";

/** An agent that runs: its own process, and the session it is in. */
export interface Session {
  readonly agent: TreeAgent;
  readonly process: Start;
  readonly id: string;
}

/** Starts an agent from a shell; whoever types its name has started it, the agent does the rest. */
export function startAgent(
  garden: Gardener,
  shell: Start,
  agent: TreeAgent,
  cwd = shell.cwd,
  rest: readonly string[] = [],
  command = garden.command([agent, ...rest], shell.truth),
  differences: Pick<Differences, "unseen"> = {},
): Session {
  const { images, child } = launchOf(agent, garden.draw);
  const [first = [], ...others] = images;
  const its = { ...differences, commands: [command], stays: true, cwd } as const;
  let process = garden.start(shell, [...first, ...rest], its);
  for (const image of others) {
    const argv = [...image, ...rest];
    const commands = sameWords(first, image) ? [command] : [garden.command(argv, shell.truth)];
    process = garden.exec(process, argv, { ...differences, commands });
  }
  if (child !== undefined) {
    // Its launcher starts it: the same name again is the same command, and who started the one has started the other.
    const isSame = child.at(-1)?.endsWith(`/${agent}`) === true;
    const commands = isSame ? [command] : [garden.command([...child, ...rest], shell.truth)];
    process = garden.start(process, [...child, ...rest], { ...its, commands });
  }
  return { agent, process, id: garden.session() };
}

/** `env node /usr/bin/claude` becomes `node /usr/bin/claude`: nothing else than was asked for. */
const sameWords = (before: readonly string[], image: readonly string[]): boolean => before.at(-1) === image.at(-1);

/** One call of an agent: its shell, what it puts between, and the programs that the line asks for. */
export function* callOf(
  garden: Gardener,
  { agent, process, id }: Session,
  line: string,
  {
    cwd = process.cwd,
    depth = 0,
    stays,
  }: { readonly cwd?: string; readonly depth?: number; readonly stays?: true } = {},
): Course<readonly Start[]> {
  const commands = commandsOf(garden, line, { ...process.truth, agent });
  const called = garden.call(process, agent, id, line, commands, cwd);
  yield between(garden.draw, 10, 80);
  const running = { depth, ...(stays === undefined ? {} : { stays }) };
  switch (agent) {
    case "claude-code":
    case "cursor":
      return yield* runScript(garden, called.shell, line, commands, { ...running, mayExec: false });
    case "codex":
      return yield* runScript(garden, sandboxed(garden, process, called), line, commands, {
        ...running,
        mayExec: true,
      });
    case "gemini-cli":
      return yield* runScript(garden, called.shell, line, commands, {
        ...running,
        mayExec: false,
        fork: garden.fork(),
      });
    default:
      return yield* runScript(garden, called.shell, line, commands, { ...running, mayExec: true });
  }
}

/** Codex's helper starts bwrap, that starts the helper again, which turns into the shell, and that into a plain one. */
function sandboxed(garden: Gardener, process: Start, { call, shell: helper }: Called): Start {
  const border = helper.argv.indexOf("--");
  const options = helper.argv.slice(1, border);
  const shell = helper.argv.slice(border + 1);
  const inside = [...options, "--apply-seccomp-then-exec", "--", ...shell];
  const { commands } = call;
  const bwrap = garden.start(
    helper,
    [
      ...["bwrap", "--as-pid-1", "--new-session", "--die-with-parent", "--ro-bind", "/", "/", "--unshare-pid"],
      ...["--argv0", "codex-linux-sandbox", "--", process.binary, ...inside],
    ],
    { commands },
  );
  const inner = garden.start(bwrap, ["codex-linux-sandbox", ...inside], { commands, binary: process.binary });
  const sourcing = garden.exec(inner, shell, { binary: "/bin/bash" });
  return garden.exec(sourcing, ["/bin/bash", "-c", call.line]);
}

/** A whole session: an agent that works through lines, with the pauses in which it thinks. */
export function* work(garden: Gardener, session: Session, lines: readonly string[], cwd?: string): Course {
  for (const line of lines) {
    yield between(garden.draw, 1, 40) * second;
    const depth = garden.draw() < 0.2 ? between(garden.draw, 1, 8) : 0;
    yield* callOf(garden, session, line, { depth, ...(cwd === undefined ? {} : { cwd }) });
  }
}
