/** One command of a console block, with what the reader is told it prints. */
export interface Transcript {
  readonly command: string;
  readonly output: string;
}

/** What a document shows of the command line, and what is wrong with how it shows it. */
export interface Transcripts {
  readonly transcripts: readonly Transcript[];
  readonly mistakes: readonly string[];
}

const runnable = "$ npx baseliner ";

/**
 * Reads the fenced `console` blocks of a Markdown file.
 *
 * A line `$ npx baseliner ...` is a command (a backslash at its end goes on in the next line); what follows is its
 * output. A block `console no-run` is for what no test may run, and only for that: npm and git.
 */
export const transcriptsOf = (markdown: string): Transcripts => {
  const transcripts: Transcript[] = [];
  const mistakes: string[] = [];
  for (const [, mark = "", body = ""] of markdown.matchAll(/^```console *(.*)\n([\s\S]*?)^```$/gm)) {
    const commands = commandsOf(body);
    if (commands.length === 0) mistakes.push(`a console block without a command: ${body}`);
    for (const { command, output } of commands) {
      if (mark === "no-run" && /^\$ (npm|git) /.test(command)) continue;
      if (mark === "" && command.startsWith(runnable)) transcripts.push({ command: command.slice(2), output });
      else mistakes.push(`cannot be run, and is not npm or git in a block "console no-run": ${command}`);
    }
  }
  return { transcripts, mistakes };
};

const commandsOf = (body: string): readonly Transcript[] =>
  body
    .split(/^(?=\$ )/m)
    .filter((part) => part.startsWith("$ "))
    .map((part) => {
      const [, command = "", output = ""] = /^((?:.*\\\n)*.*)\n?([\s\S]*)$/.exec(part) ?? [];
      return { command, output: output.trimEnd() };
    });
