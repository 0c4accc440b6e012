/**
 * How a program that runs another program lays out its own words before the other one begins.
 *
 * Read as: options, then (for each word of `verb`) that word and more options, then `skip` operands, then the rest.
 */
export interface Wrapper {
  /** Options whose value is the next word. */
  readonly valued: ReadonlySet<string>;
  /** One of these verb paths must come first: `compose exec`. */
  readonly verbs: readonly (readonly string[])[];
  /** Operands before the inner command: a host, a duration, a container. */
  readonly skip: number;
  /** `NAME=value` words before the inner command are skipped. */
  readonly assignments: boolean;
  /** The rest is the inner command's argv, or shell text in one or several words. */
  readonly rest: "argv" | "script";
  /** The wrapper is also a command of its own, because where or how it runs the other one matters. */
  readonly keeps: boolean;
  /** With one of these options it runs nothing, and is only a command of its own. */
  readonly unless: ReadonlySet<string>;
  /** Options whose value is shell text. */
  readonly textOptions: readonly string[];
  /** Only the text of such an option is run; the other words are the program's own. */
  readonly textOnly: boolean;
  /** The inner command begins after `--` only. */
  readonly dashes: boolean;
  /** The inner command is a package: its version is not part of the program's name. */
  readonly packages: boolean;
  /** Without an inner command it starts a shell, which reads what stands on standard input. */
  readonly startsShell: boolean;
  /** Options may also follow the skipped operands: `ssh web-1 -p 22 uptime`. */
  readonly permutes: boolean;
}

interface WrapperWords {
  readonly valued?: string;
  readonly verbs?: readonly string[];
  readonly skip?: number;
  readonly assignments?: boolean;
  readonly rest?: "argv" | "script";
  readonly keeps?: boolean;
  readonly unless?: string;
  readonly textOptions?: string;
  readonly textOnly?: boolean;
  readonly dashes?: boolean;
  readonly permutes?: boolean;
  readonly packages?: boolean;
  readonly startsShell?: boolean;
}

const words = (text: string | undefined): readonly string[] => (text === undefined ? [] : text.split(" "));

const wrapper = (written: WrapperWords): Wrapper => ({
  valued: new Set(words(written.valued)),
  verbs: (written.verbs ?? []).map(words),
  skip: written.skip ?? 0,
  assignments: written.assignments ?? false,
  rest: written.rest ?? "argv",
  keeps: written.keeps ?? false,
  unless: new Set(words(written.unless)),
  textOptions: words(written.textOptions),
  textOnly: written.textOnly ?? false,
  dashes: written.dashes ?? false,
  permutes: written.permutes ?? false,
  packages: written.packages ?? false,
  startsShell: written.startsShell ?? false,
});

const kubectlValued =
  "-n --namespace --context --kubeconfig --cluster --user --as --as-group -s --server --token --request-timeout " +
  "-c --container -f --filename --pod-running-timeout --image --env --overrides --labels -l --port --restart --target";

const containerValued =
  "-c --context -H --host -l --label --log-level --config -e --env --env-file -u --user -w --workdir --detach-keys " +
  "-v --volume -p --publish --name --network --net -m --memory --mount --entrypoint -h --hostname --link --cpus " +
  "--device --add-host --cap-add --cap-drop --security-opt --platform --pull --restart --log-driver --log-opt " +
  "--ulimit --tmpfs --gpus --ipc --pid --shm-size --dns --expose -a --attach --cidfile --runtime --userns --uts " +
  "--volumes-from --stop-signal --stop-timeout --group-add --annotation --cgroupns --cgroup-parent --cpuset-cpus " +
  "-f --file --project-name --profile --project-directory --index --pod --secret --arch --os";

const container = wrapper({
  valued: containerValued,
  verbs: ["exec", "run", "container exec", "container run", "compose exec", "compose run"],
  skip: 1,
  keeps: true,
});

const kubectl = wrapper({
  valued: kubectlValued,
  verbs: ["exec", "run", "debug", "rsh"],
  skip: 1,
  keeps: true,
  permutes: true,
});

const composeWrapper = wrapper({ valued: containerValued, verbs: ["exec", "run"], skip: 1, keeps: true });

const packageRunner = wrapper({
  valued: "-p --package -w --workspace --from --with --python --index-url",
  textOptions: "-c --call",
  packages: true,
});

const justRuns = wrapper({});

/** Every program that runs another program, by name. Shells, `find`, `xargs` and interpreters have files of their own. */
export const wrappers: ReadonlyMap<string, Wrapper> = new Map([
  [
    "sudo",
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
  [
    "su",
    wrapper({
      valued: "-s --shell -g --group -G --supp-group -w --whitelist-environment",
      textOptions: "-c --command --session-command",
      textOnly: true,
      startsShell: true,
    }),
  ],
  [
    "runuser",
    wrapper({
      valued: "-u --user -s --shell -g --group",
      textOptions: "-c --command --session-command",
      startsShell: true,
    }),
  ],
  ["gosu", wrapper({ skip: 1 })],
  ["su-exec", wrapper({ skip: 1 })],
  ["env", wrapper({ valued: "-u --unset -C --chdir", assignments: true, textOptions: "-S --split-string" })],
  ["nohup", justRuns],
  ["setsid", justRuns],
  ["stdbuf", wrapper({ valued: "-i -o -e --input --output --error" })],
  ["nice", wrapper({ valued: "-n --adjustment" })],
  ["ionice", wrapper({ valued: "-c -n --class --classdata", unless: "-p --pid" })],
  ["chrt", wrapper({ skip: 1 })],
  ["taskset", wrapper({ skip: 1, unless: "-p --pid" })],
  ["timeout", wrapper({ valued: "-k --kill-after -s --signal", skip: 1 })],
  ["gtimeout", wrapper({ valued: "-k --kill-after -s --signal", skip: 1 })],
  ["time", wrapper({ valued: "-f --format -o --output" })],
  ["watch", wrapper({ valued: "-n --interval -q --equexit", rest: "script" })],
  ["flock", wrapper({ valued: "-w --wait --timeout -E --conflict-exit-code", skip: 1, textOptions: "-c --command" })],
  ["chroot", wrapper({ valued: "--userspec --groups", skip: 1, startsShell: true })],
  ["nsenter", wrapper({ valued: "-t --target -S --setuid -G --setgid" })],
  ["unshare", wrapper({ valued: "-R --root -w --wd -S --setuid -G --setgid" })],
  ["script", wrapper({ valued: "-E --echo -o --output-limit -I -O -B", textOptions: "-c --command", dashes: true })],
  ["busybox", justRuns],
  ["toybox", justRuns],
  ["exec", wrapper({ valued: "-a" })],
  ["command", wrapper({ unless: "-v -V" })],
  ["builtin", justRuns],
  ["noglob", justRuns],
  ["nocorrect", justRuns],
  ["caffeinate", wrapper({ valued: "-t -w" })],
  ["arch", wrapper({ valued: "-e" })],
  ["unbuffer", justRuns],
  ["rlwrap", justRuns],
  ["fakeroot", justRuns],
  ["proxychains", wrapper({ valued: "-f" })],
  ["proxychains4", wrapper({ valued: "-f" })],
  ["torsocks", justRuns],
  ["torify", justRuns],
  ["winpty", justRuns],
  ["wsl", wrapper({ valued: "-d --distribution -u --user --cd -e --exec" })],
  ["sshpass", wrapper({ valued: "-p -f -d -P" })],
  ["strace", wrapper({ valued: "-e -o -s -p -u -E -P -a", unless: "-p" })],
  ["ltrace", wrapper({ valued: "-e -o -s -p -u", unless: "-p" })],
  [
    "systemd-run",
    wrapper({
      valued:
        "-u --unit -p --property --description --slice -H --host -M --machine --uid --gid --on-calendar --on-active -E --setenv",
      keeps: true,
    }),
  ],
  ["sandbox-exec", wrapper({ valued: "-f -p -n -D" })],
  ["firejail", justRuns],
  [
    "hyperfine",
    wrapper({
      valued:
        "-w --warmup -m --min-runs -M --max-runs -r --runs -p --prepare -c --cleanup -S --shell --export-json --export-markdown -i -L -P -n --command-name",
      rest: "script",
    }),
  ],
  ["entr", justRuns],
  ["trap", wrapper({ keeps: true, rest: "script", unless: "-p -l" })],
  ["eval", wrapper({ rest: "script" })],
  [
    "tmux",
    wrapper({
      valued: "-L -S -f -c -e -n -s -t -x -y -F",
      verbs: ["new", "new-session", "neww", "new-window", "splitw", "split-window", "respawn-pane"],
      rest: "script",
      keeps: true,
    }),
  ],
  ["screen", wrapper({ valued: "-S -c -e -h -p -s -t -T", unless: "-r -ls -X -x -list", keeps: true })],
  ["npx", packageRunner],
  ["bunx", packageRunner],
  ["uvx", packageRunner],
  [
    "npm",
    wrapper({
      valued: "-p --package -w --workspace --prefix",
      verbs: ["exec", "x"],
      textOptions: "-c --call",
      packages: true,
    }),
  ],
  ["pnpm", wrapper({ valued: "-C --dir --filter -F --package", verbs: ["dlx", "exec"], packages: true })],
  ["yarn", wrapper({ valued: "-p --package --cwd", verbs: ["dlx", "exec"], packages: true })],
  ["bun", wrapper({ verbs: ["x"], packages: true })],
  ["pipx", wrapper({ valued: "--spec --python", verbs: ["run"], packages: true })],
  [
    "uv",
    wrapper({
      valued: "--with --python -p --project --directory --extra --group --env-file --from --package",
      verbs: ["run", "tool run"],
    }),
  ],
  ["poetry", wrapper({ valued: "-C --directory -P --project", verbs: ["run"] })],
  ["pipenv", wrapper({ verbs: ["run"] })],
  ["bundle", wrapper({ verbs: ["exec"] })],
  ["mise", wrapper({ valued: "-C --cd", verbs: ["exec", "x"], dashes: true })],
  ["direnv", wrapper({ verbs: ["exec"], skip: 1 })],
  ["dotenv", wrapper({ valued: "-e -f", dashes: true })],
  [
    "doppler",
    wrapper({ valued: "-p --project -c --config -t --token", verbs: ["run"], dashes: true, textOptions: "--command" }),
  ],
  ["op", wrapper({ valued: "--env-file --account", verbs: ["run"], dashes: true })],
  ["aws-vault", wrapper({ valued: "-d --duration --region", verbs: ["exec"], skip: 1, keeps: true })],
  ["chamber", wrapper({ verbs: ["exec"], dashes: true })],
  [
    "ssh",
    wrapper({
      valued: "-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -P -Q -R -S -W -w",
      skip: 1,
      rest: "script",
      keeps: true,
      permutes: true,
      startsShell: true,
    }),
  ],
  ["tar", wrapper({ textOptions: "--to-command --checkpoint-action", textOnly: true, keeps: true })],
  ["gtar", wrapper({ textOptions: "--to-command --checkpoint-action", textOnly: true, keeps: true })],
  ["rsync", wrapper({ textOptions: "-e --rsh --rsync-path", textOnly: true, keeps: true })],
  ["ansible", wrapper({ textOptions: "-a --args", textOnly: true, keeps: true })],
  ["az", wrapper({ textOptions: "--scripts", textOnly: true, keeps: true })],
  ["kubectl", kubectl],
  ["oc", kubectl],
  ["k", kubectl],
  ["docker", container],
  ["podman", container],
  ["nerdctl", container],
  ["docker-compose", composeWrapper],
  ["podman-compose", composeWrapper],
  ["crictl", wrapper({ valued: "-r --runtime-endpoint --timeout", verbs: ["exec"], skip: 1, keeps: true })],
  ["lxc", wrapper({ valued: "--env --cwd --user", verbs: ["exec"], skip: 1, keeps: true })],
  ["multipass", wrapper({ valued: "-d --working-directory", verbs: ["exec"], skip: 1, keeps: true })],
  ["vagrant", wrapper({ verbs: ["ssh"], textOptions: "-c --command", dashes: true, keeps: true })],
  ["gcloud", wrapper({ verbs: ["compute ssh"], textOptions: "--command", dashes: true, keeps: true })],
  [
    "heroku",
    wrapper({ valued: "-a --app -r --remote -e --env -s --size", verbs: ["run"], rest: "script", keeps: true }),
  ],
  ["fly", wrapper({ verbs: ["ssh console"], textOptions: "-C --command", dashes: true, keeps: true })],
  ["flyctl", wrapper({ verbs: ["ssh console"], textOptions: "-C --command", dashes: true, keeps: true })],
]);
