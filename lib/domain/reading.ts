/**
 * The kinds of thing a command can act on; a fixed vocabulary, so that nothing raw is counted.
 *
 * Paths: `root` is `/` itself (or `/*`), `home` a home folder itself, `system` is /etc /usr /var /boot /bin /lib ...,
 * `device` a block device, `credential` a file that holds secrets, `startup` what runs at login, boot or by schedule,
 * `log` logs and shell histories, `agent-config` settings, skills and instructions of AI agents, `build-output` what a
 * build can make again, `temporary` is /tmp and its like, `project` below the working folder, `parent` above it (`..`),
 * `elsewhere` any other absolute path.
 */
export const targetClasses = [
  "path:root",
  "path:home",
  "path:system",
  "path:device",
  "path:credential",
  "path:startup",
  "path:log",
  "path:agent-config",
  "path:build-output",
  "path:temporary",
  "path:project",
  "path:parent",
  "path:elsewhere",
  "host:local",
  "host:private",
  "host:public",
  "host:metadata",
  "branch:main",
  "environment:production",
  "environment:development",
  "pattern:everything",
] as const;

export type TargetClass = (typeof targetClasses)[number];

/** A command's argv read by the layout of its program: which word is the verb, which are options, what is acted on. */
export interface Reading {
  /** Base name in lower case, `.exe` dropped: `terraform`; `-` for a bare redirection. */
  readonly program: string;
  /** The verb path, for programs that have one: `["s3", "rb"]`, `["push"]`. */
  readonly verb: readonly string[];
  /** Operands after the verb, options and their values taken out. */
  readonly operands: readonly string[];
  /** Options as written, bundles split and values cut: `-rf` gives `-r` and `-f`, `--name=x` gives `--name`. */
  readonly flags: ReadonlySet<string>;
  /** Values of the options that take one: `--namespace` -> `["prod"]`. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** What operands and option values point at. */
  readonly targets: ReadonlySet<TargetClass>;
  /** What is written to by redirection (`>`, `>>`), as target classes. */
  readonly writes: ReadonlySet<TargetClass>;
}
