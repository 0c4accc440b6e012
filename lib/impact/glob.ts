/**
 * A shell's glob as a pattern for whole names: `?` is one letter, `*` any number, `[ab]` one of some.
 *
 * Runs of stars are one star, so that no name takes more than a look from each star.
 *
 * @example
 * globPattern("r?").test("rm") // => true
 * globPattern("k[il]ll").test("kill") // => true
 * globPattern("r?").test("rmdir") // => false
 */
export function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/\*+/g, "*")
    .replace(/[.+^${}()|\\/]/g, "\\$&")
    .replace(/\[(?![^[\]]+\])|(?<!\[[^[\]]*)\]/g, "\\$&")
    .replace(/\[!/g, "[^")
    .replaceAll("?", ".")
    .replaceAll("*", "[^/]*");
  return new RegExp(`^${source}$`);
}
