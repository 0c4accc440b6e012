import { between, popular } from "../choose.js";
import { drawLines } from "../repertoire.js";
import { type Gardener, ofTheSystem } from "./gardener.js";
import type { Start } from "./process.js";
import { type Course, commandsOf, run } from "./run.js";
import { isSimple, partsOf } from "./script.js";
import { root } from "./users.js";

/** Her shell's own name for itself, when she logs in to it and when a terminal starts it. */
const loginShell = ({ person }: Gardener): string => `-${person.shell}`;

/** A folder of hers to work in. */
export const projectOf = ({ draw, home, person }: Gardener): string => `${home}/work/${popular(draw, person.projects)}`;

/** A terminal on her desktop, and her shell in it. */
export function openTerminal(garden: Gardener): Start {
  const { her, draw } = garden;
  const environment = { TERM: "xterm-256color" };
  const cwd = projectOf(garden);
  if (garden.system === "macos") {
    const path = "/System/Applications/Utilities/Terminal.app/Contents/MacOS/Terminal";
    const app = garden.start(null, [path], { stays: true });
    const login = garden.start(app, ["login", "-pf", her.name], { user: root, stays: true });
    return garden.start(login, [loginShell(garden)], { user: her, stays: true, environment, cwd });
  }
  // The user's own systemd starts it.
  const server = garden.start(null, ["/usr/libexec/gnome-terminal-server"], {
    stays: true,
    parentPid: between(draw, 900, 999),
  });
  return garden.start(server, [garden.person.shell], { stays: true, environment, cwd });
}

/** A login over the network: sshd starts itself anew, becomes hers in a copy, and that starts her shell. */
export function logIn(garden: Gardener, user = garden.her): Start {
  const sshd = garden.start(null, ["/usr/sbin/sshd", "-D", "-R"], {
    user: root,
    login: null,
    truth: ofTheSystem,
    parentPid: between(garden.draw, 600, 899),
    cwd: "/",
  });
  const identity = user.uid === root.uid ? "root" : user.name;
  return garden.start(sshd, user.uid === root.uid ? ["-bash"] : [loginShell(garden)], {
    user,
    login: user,
    truth: { identity, agent: null },
    cwd: user.uid === root.uid ? "/root" : garden.home,
    environment: { TERM: "xterm-256color", SSH_TTY: "/dev/pts/1" },
    stays: true,
    ...(user.uid === root.uid ? {} : { fork: garden.fork(true) }),
  });
}

/** Lines that she or an agent of hers would run, of those that a tree can tell everything about. */
export function linesFor(garden: Gardener, whose: "hands" | "agents", count: number): readonly string[] {
  const lines: string[] = [];
  while (lines.length < count)
    lines.push(...drawLines(garden.draw, garden.person, whose, count).filter((line) => isSimple(line)));
  return lines.slice(0, count);
}

/** What her hands type: an interactive shell never turns into a program, and no sensor sees the line. */
export function* typed(garden: Gardener, shell: Start, line: string, cwd = shell.cwd): Course<readonly Start[]> {
  const commands = commandsOf(garden, line, shell.truth);
  const started: Start[] = [];
  for (const [index, { words, builtin }] of partsOf(line, garden.home).entries()) {
    const command = commands[index];
    if (builtin || command === undefined) continue;
    started.push(yield* run(garden, shell, words, command, { cwd }));
    yield between(garden.draw, 1, 15);
  }
  return started;
}
