import { type Invocation, keptOfName } from "./invocation.js";

/*
 * Programs that say something about descent itself: who started a process, told by the processes above it. Each list is
 * of base names in lower case, without `.exe`.
 */

/**
 * Beyond these descent says nothing of who acted.
 *
 * A login begins with somebody new: who started sshd is not who logs in. A scheduler or the system's first process starts
 * what was written down before, by whomever: what an agent hands to cron, systemd-run or a container comes back without
 * her above it. So no sign may be carried over a border, and finding one is no proof of hands either.
 */
export const borders: readonly string[] = [
  // Logins. Behind ssm-session-worker stands a person, whom its own arguments name: see `ssmSessionUser`.
  ..."sshd sshd-session sshd-auth dropbear login getty agetty in.telnetd tailscaled teleport".split(" "),
  ..."gdm gdm-session-worker gdm-x-session gdm-wayland-session sddm sddm-helper lightdm loginwindow xrdp-sesman".split(
    " ",
  ),
  ..."winlogon userinit explorer rdpinit wsmprovhost".split(" "),
  ..."amazon-ssm-agent ssm-agent-worker ssm-session-worker ssm-document-worker".split(" "),
  // Schedulers.
  ..."cron crond anacron atd fcron taskeng taskhostw svchost".split(" "),
  // The system's first processes, and those who look after services.
  ..."init systemd launchd xpcproxy upstart openrc-init runit runsv runsvdir s6-svscan s6-supervise supervisord".split(
    " ",
  ),
  ..."services wininit smss wslhost wslservice".split(" "),
  // Containers: `docker exec` is started by the runtime, not by whoever typed it.
  ..."containerd-shim containerd-shim-runc-v2 containerd dockerd conmon crun runc crio kubelet tini dumb-init".split(
    " ",
  ),
];

/**
 * Behind these the person stays the same although the account changes: what runs below `sudo` as root is still hers, or
 * her agent's. The account below is only that of the work.
 *
 * ssh is none: its other end is another host. `machinectl` and `run0` ask the system to start the command, so that mostly
 * there is a border instead.
 */
export const switchers: readonly string[] = [
  ..."sudo sudo-rs sudoedit su doas runuser pkexec machinectl run0 ksu please dzdo pbrun pmrun sesu".split(" "),
  // They step down from root, in containers mostly.
  ..."gosu su-exec setpriv setuidgid s6-setuidgid chpst".split(" "),
  ..."gsudo runas".split(" "),
];

/**
 * Terminals that outlive whoever opened them: their server is no border, and weaker than any other step.
 *
 * The server is forked by the first client and then belongs to the system, but what is typed in its panes comes from the
 * one who opened it more often than not. An agent that works in a tmux of its own (OpenHands always does) is so told
 * rightly, and would be taken for hands if this were a border; a server that a person opened keeps her commands hers.
 * It is wrong in two cases, which descent cannot see: a person who attaches to her agent's session, and an agent that
 * sends keys into a person's pane; of the second the `tmux send-keys` itself is seen, and is the agent's.
 */
export const multiplexers: readonly string[] = "tmux screen zellij abduco dtach byobu".split(" ");

export type Landmark = "border" | "switcher" | "multiplexer";

const landmarks: ReadonlyMap<string, Landmark> = new Map([
  ...borders.map((name) => [name, "border"] as const),
  ...switchers.map((name) => [name, "switcher"] as const),
  ...multiplexers.map((name) => [name, "multiplexer"] as const),
]);

const cut: ReadonlyMap<string, Landmark> = new Map(
  [...landmarks].filter(([name]) => name.length > keptOfName).map(([name, what]) => [name.slice(0, keptOfName), what]),
);

/** A title that a server gives itself: `sshd: ada@pts/0`, `tmux: server`, `(systemd)`. */
const titled = /^\(?([\w.-]{1,64})(?::(?= |$)|\)$)/;

/**
 * What a program says about descent, if anything.
 *
 * @example
 * landmarkOf({ name: "sudo", path: "/usr/bin/sudo", script: null, module: null }) // => "switcher"
 * landmarkOf({ name: "0", path: "sshd: ada@pts/0", script: null, module: null }) // => "border"
 * landmarkOf({ name: "bash", path: "/bin/bash", script: null, module: null }) // => null
 */
export const landmarkOf = ({ name, path }: Invocation): Landmark | null => {
  const title = titled.exec(path)?.[1]?.toLowerCase();
  return landmarks.get(title ?? name) ?? cut.get(title ?? name) ?? null;
};
