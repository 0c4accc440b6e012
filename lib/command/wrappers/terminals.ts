import { type Wrapper, wrapper } from "./wrapper.js";

/** What runs a program in a terminal of its own. */
export const terminalWrappers: readonly (readonly [names: string, Wrapper])[] = [
  [
    "tmux byobu",
    wrapper({
      valued: "-L -S -f -c -e -n -s -t -x -y -F",
      verbs: ["new", "new-session", "neww", "new-window", "splitw", "split-window", "respawn-pane", "run-shell", "run"],
      rest: "script",
      keeps: true,
    }),
  ],
  ["screen", wrapper({ valued: "-S -c -e -h -p -s -t -T", unless: "-r -ls -X -x -list", keeps: true })],
  ["zellij", wrapper({ valued: "-n --name --cwd -d --direction", verbs: ["run"], dashes: true, keeps: true })],
  ["gnome-terminal konsole", wrapper({ dashes: true, textOptions: "-e --command -x", keeps: true })],
  ["xterm", wrapper({ textOptions: "-e", textOnly: true, textTail: true, keeps: true })],
];
