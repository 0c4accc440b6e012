/** Programs that are scripts of another one. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  node: [
    "npm",
    "npx",
    "yarn",
    "pnpm",
    "eslint",
    "prettier",
    "tsc",
    "vitest",
    "vite",
    "webpack",
    "playwright",
    "storybook",
  ],
  python: ["pytest", "pip", "dbt", "csvlook", "sqlfluff", "airflow", "mypy", "yamllint", "tensorboard", "semgrep"],
  sh: ["./gradlew", "fastlane"],
};

/** Tools of a project that npm has put beside it. */
const ofTheProject: ReadonlySet<string> = new Set(
  "eslint prettier tsc vitest vite webpack playwright storybook".split(" "),
);

/**
 * The images that a process has one after the other when this is started: `#!/usr/bin/env node` makes the kernel start
 * env, which turns into node; `#!/bin/sh` makes it start the shell.
 *
 * @example
 * imagesOf(["npm", "ci"], "/home/ada/work") // => [["/usr/bin/env", "node", "/usr/bin/npm", "ci"], ["node", "/usr/bin/npm", "ci"]]
 * imagesOf(["ls", "-l"], "/home/ada") // => [["ls", "-l"]]
 */
export function imagesOf(words: readonly string[], cwd: string): readonly (readonly string[])[] {
  const [program = "", ...rest] = words;
  const name = program.startsWith("./") ? program : program.slice(program.lastIndexOf("/") + 1);
  if (scripts.node?.includes(name)) {
    const path = ofTheProject.has(name) ? `${cwd}/node_modules/.bin/${name}` : `/usr/bin/${name}`;
    return [
      ["/usr/bin/env", "node", path, ...rest],
      ["node", path, ...rest],
    ];
  }
  if (scripts.python?.includes(name)) return [["/usr/bin/python3", `/usr/bin/${name}`, ...rest]];
  if (scripts.sh?.includes(name)) return [["/bin/sh", program, ...rest]];
  return [words];
}
