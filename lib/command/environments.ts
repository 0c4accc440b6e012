import type { TargetClass } from "../domain/reading.js";

const classes: ReadonlyMap<string, TargetClass> = new Map([
  ...["prod", "production", "prd", "live"].map((word) => [word, "environment:production"] as const),
  ...[
    "dev",
    "development",
    "test",
    "testing",
    "staging",
    "stage",
    "stg",
    "qa",
    "uat",
    "sandbox",
    "local",
    "preview",
  ].map((word) => [word, "environment:development"] as const),
]);

/** Words that name folders far more often than environments, when they stand in a path. */
const folderWords: ReadonlySet<string> = new Set(["test", "testing", "local", "preview", "stage"]);

/**
 * Which environment a name speaks of: production wins over development. The parts of a name are separated by
 * `-`, `_`, `/`, `.`, `:` and the like.
 *
 * @example
 * environmentOf("db-prod-eu") // => "environment:production"
 * environmentOf("staging") // => "environment:development"
 * environmentOf("product") // => undefined
 * environmentOf("src/test/app.ts") // => undefined
 * environmentOf("core.hooksPath=/dev/null") // => undefined
 */
export function environmentOf(word: string): TargetClass | undefined {
  const path = word.includes("/");
  const absolute = /(^|=)[/~]/.test(word);
  let found: TargetClass | undefined;
  for (const part of word.split(/[^A-Za-z]+/)) {
    const one = part.length < 2 || part.length > 11 ? undefined : classes.get(part.toLowerCase());
    if (one === undefined || (path && folderWords.has(part.toLowerCase()))) continue;
    if (one === "environment:production") return one;
    if (!absolute) found = one;
  }
  return found;
}
