import type { TargetClass } from "../domain/reading.js";
import { environmentOf } from "./environments.js";
import { hostClassOf } from "./hosts.js";
import type { OperandKind } from "./layout.js";
import { looksLikePath, pathClassesOf } from "./paths.js";

const none: readonly TargetClass[] = [];

/** A word longer than this is text, not the name of anything. */
const longestName = 1_024;

/**
 * What one word of a command points at; several classes are possible, and none is usual.
 *
 * @param kind  what the program takes for its operands: a bare `main` is a branch for git, a file for rm
 * @example
 * targetsOf("/etc/passwd") // => ["path:system"]
 * targetsOf("~/.ssh/id_ed25519") // => ["path:credential"]
 * targetsOf("origin/main", "branch") // => ["branch:main"]
 * targetsOf("https://example.com/x") // => ["host:public"]
 * targetsOf("web-prod-1") // => ["environment:production"]
 */
export function targetsOf(word: string, kind: OperandKind = "unknown"): readonly TargetClass[] {
  if (word === "" || word.length > longestName || kind === "prose") return none;
  const found: TargetClass[] = [];
  const host = hostClassOf(word, kind);
  if (host !== undefined) found.push(host);
  if (host === undefined && !isProse(word) && (kind === "path" || looksLikePath(word)))
    found.push(...pathClassesOf(word));
  if (host === undefined && (kind === "branch" || kind === "unknown") && isMainBranch(word)) found.push("branch:main");
  const environment = isProse(word) ? undefined : environmentOf(word);
  if (environment !== undefined) found.push(environment);
  return found.length === 0 ? none : found;
}

/** A message or a query: words with white space that do not begin as a path does. */
const isProse = (word: string): boolean =>
  /\s/.test(word) && !/^([/~.]|[A-Za-z]:\\|%\w{1,32}%\\|\$env:\w{1,32}\\)/.test(word);

const mainBranch = /^\+?(?:[\w./-]{0,200}:)?(?:refs\/heads\/|origin\/|upstream\/)?(?:main|master|trunk)$/;

const isMainBranch = (word: string): boolean => mainBranch.test(word);
