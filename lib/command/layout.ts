/**
 * What the operands of a program are, where that is known: a bare `main` is a branch for git and a file for rm.
 * `text` may hold names and paths, `prose` is words for people, a pattern or a value: nothing is acted on.
 */
export type OperandKind = "path" | "host" | "branch" | "text" | "prose" | "unknown";

/** How a program lays out its arguments. */
export interface Layout {
  /** How many words name what is done; `verbs` that are groups add one each. */
  readonly depth: number;
  /** Verbs that are followed by another verb: `docker system` `prune`. */
  readonly groups: ReadonlySet<string>;
  /** The verb path ends with the first of these words: what follows names a thing, not an action. */
  readonly actions: ReadonlySet<string>;
  /** Options whose value is the next word, or follows `=`. */
  readonly valued: ReadonlySet<string>;
  /** One-letter options may be written together: `-rf`. */
  readonly bundles: boolean;
  /** Options begin with a slash too: `/F`. They are read in lower case. */
  readonly slashes: boolean;
  /** Words of the form `key=value` are options in all but name, as for dd. */
  readonly pairs: boolean;
  readonly operands: OperandKind;
  /** How many first operands are prose: the mode of chmod, the pattern of grep. */
  readonly leading: number;
  /** The first word may be a bundle of options without its dash: `tar xzf`. */
  readonly dashless: boolean;
  /** The verb follows the first operand: `service NAME restart`. */
  readonly verbLast: boolean;
}

/** A layout as it is written in the table: words in one text, all else left out. */
export interface LayoutWords {
  readonly depth?: number;
  readonly groups?: string;
  readonly actions?: string;
  readonly valued?: string;
  readonly bundles?: boolean;
  readonly slashes?: boolean;
  readonly pairs?: boolean;
  readonly operands?: OperandKind;
  readonly leading?: number;
  readonly dashless?: boolean;
  readonly verbLast?: boolean;
}

const words = (text: string | undefined): ReadonlySet<string> => new Set(text === undefined ? [] : text.split(" "));

export const layout = (written: LayoutWords): Layout => ({
  depth: written.depth ?? 0,
  groups: words(written.groups),
  actions: words(written.actions),
  valued: words(written.valued),
  bundles: written.bundles ?? false,
  slashes: written.slashes ?? false,
  pairs: written.pairs ?? false,
  operands: written.operands ?? "unknown",
  leading: written.leading ?? 0,
  dashless: written.dashless ?? false,
  verbLast: written.verbLast ?? false,
});

/** A program that is not listed: no verb, and every word with a dash is an option without a value. */
export const unknownLayout: Layout = layout({});
