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
  /** Words behind the option's value belong to the text: `env -S rm x`, `nix develop -c rm x`. */
  readonly textTail: boolean;
  /** The inner command begins after `--` only. */
  readonly dashes: boolean;
  /** The inner command is a package: its version is not part of the program's name. */
  readonly packages: boolean;
  /** Without an inner command it starts a shell, which reads what stands on standard input. */
  readonly startsShell: boolean;
  /** Options may also follow the skipped operands: `ssh web-1 -p 22 uptime`. */
  readonly permutes: boolean;
}

export interface WrapperWords {
  readonly valued?: string;
  readonly verbs?: readonly string[];
  readonly skip?: number;
  readonly assignments?: boolean;
  readonly rest?: "argv" | "script";
  readonly keeps?: boolean;
  readonly unless?: string;
  readonly textOptions?: string;
  readonly textOnly?: boolean;
  readonly textTail?: boolean;
  readonly dashes?: boolean;
  readonly permutes?: boolean;
  readonly packages?: boolean;
  readonly startsShell?: boolean;
}

const words = (text: string | undefined): readonly string[] => (text === undefined ? [] : text.split(" "));

/** Makes a wrapper of the table's words; all else is left out. */
export const wrapper = (written: WrapperWords): Wrapper => ({
  valued: new Set(words(written.valued)),
  verbs: (written.verbs ?? []).map(words),
  skip: written.skip ?? 0,
  assignments: written.assignments ?? false,
  rest: written.rest ?? "argv",
  keeps: written.keeps ?? false,
  unless: new Set(words(written.unless)),
  textOptions: words(written.textOptions),
  textOnly: written.textOnly ?? false,
  textTail: written.textTail ?? false,
  dashes: written.dashes ?? false,
  permutes: written.permutes ?? false,
  packages: written.packages ?? false,
  startsShell: written.startsShell ?? false,
});
