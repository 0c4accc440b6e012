/**
 * Arguments whose first one, a program's name for itself, is empty, are given the path of the program: a program may be
 * started without any name, and still does what it does.
 *
 * @example
 * named(["", "-rf", "/srv"], "/usr/bin/rm") // => ["/usr/bin/rm", "-rf", "/srv"]
 * named(["rm"], "/usr/bin/rm") // => ["rm"]
 */
export const named = (argv: readonly unknown[], binary: string | null): readonly unknown[] =>
  binary !== null && (argv.length === 0 || argv[0] === "") ? [binary, ...argv.slice(1)] : argv;
