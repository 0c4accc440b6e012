import { type Wrapper, wrapper } from "./wrapper.js";

const justRuns = wrapper({});
const onlyText = "-c --command --session-command";

/** Another account, another place in the system, another priority: what runs a program on the same machine. */
export const systemWrappers: readonly (readonly [names: string, Wrapper])[] = [
  [
    "sudo sudo-rs",
    wrapper({
      valued:
        "-u -g -h -p -C -D -R -T -U -t -r --user --group --host --prompt --close-from --chdir --chroot " +
        "--command-timeout --other-user --role --type",
      assignments: true,
      unless: "-e --edit -l --list -v --validate -V --version",
      startsShell: true,
    }),
  ],
  ["doas", wrapper({ valued: "-u -C", startsShell: true })],
  ["pkexec", wrapper({ valued: "--user" })],
  ["run0", wrapper({ valued: "-u --user -g --group -D --chdir --unit --property --slice --nice --setenv" })],
  [
    "su",
    wrapper({
      valued: "-s --shell -g --group -G --supp-group -w --whitelist-environment",
      textOptions: onlyText,
      textOnly: true,
      startsShell: true,
    }),
  ],
  ["runuser", wrapper({ valued: "-u --user -s --shell -g --group", textOptions: onlyText, startsShell: true })],
  ["sg newgrp", wrapper({ textOptions: "-c", textOnly: true, startsShell: true })],
  ["gosu su-exec", wrapper({ skip: 1 })],
  ["setpriv", wrapper({ valued: "--reuid --regid --groups --inh-caps --bounding-set --ambient-caps --securebits" })],
  ["capsh", wrapper({ textOptions: "-c", textOnly: true, keeps: true })],
  [
    "env",
    wrapper({
      valued: "-u --unset -C --chdir",
      assignments: true,
      textOptions: "-S --split-string",
      textTail: true,
    }),
  ],
  ["nohup setsid setarch linux32 linux64 i386 x86_64", justRuns],
  ["daemonize catchsegv chronic dbus-run-session fakechroot tsocks", justRuns],
  ["stdbuf", wrapper({ valued: "-i -o -e --input --output --error" })],
  ["nice", wrapper({ valued: "-n --adjustment" })],
  ["ionice", wrapper({ valued: "-c -n --class --classdata", unless: "-p --pid" })],
  ["chrt", wrapper({ skip: 1 })],
  ["taskset", wrapper({ skip: 1, unless: "-p --pid" })],
  ["numactl", wrapper({ valued: "-i -m -N -C -p --interleave --membind --cpunodebind --physcpubind --preferred" })],
  ["cgexec", wrapper({ valued: "-g" })],
  ["prlimit softlimit", wrapper({ unless: "-p --pid" })],
  ["timeout gtimeout", wrapper({ valued: "-k --kill-after -s --signal", skip: 1 })],
  ["time", wrapper({ valued: "-f --format -o --output" })],
  ["watch", wrapper({ valued: "-n --interval -q --equexit", rest: "script" })],
  ["flock", wrapper({ valued: "-w --wait --timeout -E --conflict-exit-code", skip: 1, textOptions: "-c --command" })],
  ["faketime", wrapper({ valued: "-f", skip: 1 })],
  ["chroot", wrapper({ valued: "--userspec --groups", skip: 1, startsShell: true })],
  ["proot", wrapper({ valued: "-r -b -w -q --rootfs --bind --cwd --qemu" })],
  ["bwrap", wrapper({ dashes: true })],
  ["nsenter", wrapper({ valued: "-t --target -S --setuid -G --setgid", startsShell: true })],
  ["unshare", wrapper({ valued: "-R --root -w --wd -S --setuid -G --setgid", startsShell: true })],
  ["nsjail", wrapper({ dashes: true })],
  ["ip", wrapper({ verbs: ["netns exec", "vrf exec"], skip: 1, keeps: true })],
  ["script", wrapper({ valued: "-E --echo -o --output-limit -I -O -B -T", textOptions: "-c --command", skip: 1 })],
  ["busybox toybox gsudo", justRuns],
  ["exec", wrapper({ valued: "-a" })],
  ["command", wrapper({ unless: "-v -V" })],
  ["builtin noglob nocorrect", justRuns],
  ["caffeinate", wrapper({ valued: "-t -w" })],
  ["arch", wrapper({ valued: "-e" })],
  ["unbuffer rlwrap fakeroot torsocks torify winpty firejail xvfb-run", justRuns],
  ["proxychains proxychains4", wrapper({ valued: "-f" })],
  ["strace", wrapper({ valued: "-e -o -s -p -u -E -P -a", unless: "-p" })],
  ["ltrace", wrapper({ valued: "-e -o -s -p -u", unless: "-p" })],
  ["perf", wrapper({ valued: "-e -o -F -c -p -C", verbs: ["record", "stat", "trace"], unless: "-p" })],
  ["valgrind", justRuns],
  [
    "systemd-run",
    wrapper({
      valued:
        "-u --unit -p --property --description --slice -H --host -M --machine --uid --gid --on-calendar --on-active -E --setenv",
      keeps: true,
    }),
  ],
  [
    "start-stop-daemon",
    wrapper({ keeps: true, textOptions: "--exec --startas -x -a", textOnly: true, textTail: true }),
  ],
  ["sandbox-exec", wrapper({ valued: "-f -p -n -D" })],
  ["sem", wrapper({ valued: "-j --jobs --id --timeout --semaphoretimeout", rest: "script" })],
  [
    "hyperfine",
    wrapper({
      valued:
        "-w --warmup -m --min-runs -M --max-runs -r --runs -p --prepare -c --cleanup -S --shell --export-json --export-markdown -i -L -P -n --command-name",
      rest: "script",
    }),
  ],
  ["entr watchexec", wrapper({ valued: "-w --watch -e --exts -i --ignore -f --filter -d --debounce" })],
  ["trap", wrapper({ keeps: true, rest: "script", unless: "-p -l" })],
  ["eval", wrapper({ rest: "script" })],
];
