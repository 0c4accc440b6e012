/** The option by which a program takes the text that it else reads from standard input; "" where it is an operand. */
const textOption: ReadonlyMap<string, string> = new Map([
  ["python", "-c"],
  ["python2", "-c"],
  ["python3", "-c"],
  ["node", "-e"],
  ["perl", "-e"],
  ["ruby", "-e"],
  ["php", "-r"],
  ["psql", "-c"],
  ["mysql", "-e"],
  ["mariadb", "-e"],
  ["mongosh", "--eval"],
  ["mongo", "--eval"],
  ["cqlsh", "-e"],
  ["clickhouse-client", "--query"],
  ["sqlite3", ""],
  ["redis-cli", ""],
]);

/** Programs whose first operand is a script file: with one, standard input is only data. */
const interpreters: ReadonlySet<string> = new Set(["python", "python2", "python3", "node", "perl", "ruby", "php"]);

/**
 * The argv that does the same with the text as an argument, so that code given by heredoc is judged like code given
 * by option.
 *
 * @example
 * withText("psql", ["psql", "shop"], "DROP TABLE x") // => ["psql", "shop", "-c", "DROP TABLE x"]
 * withText("python3", ["python3", "-"], "print(1)") // => ["python3", "-c", "print(1)"]
 * withText("python3", ["python3", "job.py"], "1 2 3") // => ["python3", "job.py"]
 */
export function withText(program: string, argv: readonly string[], text: string): readonly string[] {
  const option = textOption.get(program);
  if (option === undefined || text.trim() === "") return argv;
  const words = argv.filter((word, index) => index === 0 || word !== "-");
  if (
    interpreters.has(program) &&
    words.slice(1).some((word) => !word.startsWith("-") || /^-[A-Za-z]*[cemr]$/.test(word))
  )
    return argv;
  if (program === "redis-cli") return [...words, ...(text.trim().split("\n")[0] ?? "").split(/\s+/)];
  return option === "" ? [...words, text] : [...words, option, text];
}
