import type { Search } from "./search.js";

/** Function and script arguments as `$0`, `$1` ... `$@`. */
export function bindPositional(search: Search, argv: readonly string[]): void {
  for (let index = 0; index < 10; index += 1) {
    const value = argv[index];
    if (value === undefined) search.variables.delete(String(index));
    else search.variables.set(String(index), value);
  }
  for (const name of ["@", "*"]) {
    if (argv.length === 0) search.variables.delete(name);
    else search.variables.set(name, argv.slice(1));
  }
}

/** What `bindPositional` would need to bring back the arguments that hold now. */
export function positional(search: Search): readonly string[] {
  const rest = search.variables.get("@");
  const first = search.variables.get("0");
  return rest === undefined || typeof rest === "string" || typeof first !== "string" ? [] : [first, ...rest];
}
