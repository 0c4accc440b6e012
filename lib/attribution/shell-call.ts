import { programName } from "../command/names.js";
import { isShell, shellCall } from "../command/shells.js";
import { splitWindows } from "../command/windows-line.js";
import type { CommandSource } from "../domain/event.js";
import { plainArgv } from "./split.js";

/** What a shell was told to run: the text behind `-c`, and the words after it (`$0`, `$1` ...). */
export interface ShellCall {
  readonly script: string;
  readonly positional: readonly string[];
}

const takesScript = (option: string): boolean => /^-[A-Za-z]*c[A-Za-z]*$/.test(option);

/** A shell's call as exact arguments; null for every other program, and for a shell without `-c`. */
export const shellCallIn = (argv: readonly string[]): ShellCall | null => {
  if (!isShell(programName(argv[0] ?? ""))) return null;
  const call = shellCall(argv);
  return call.kind === "text" ? { script: call.text, positional: call.positional } : null;
};

const lineStart = /^\s*(?:"([^"]+)"|(\S+))/;
const lineOption = /\s+(?:(?:[-+][oO]|--(?:rcfile|init-file))\s+\S+|([-+][A-Za-z][A-Za-z-]*))(?=\s)/y;

/** The same in a line whose arguments were glued by single blanks: the script and all after it, as one text. */
export const shellTailIn = (line: string): string | null => {
  const start = lineStart.exec(line);
  if (start === null || !isShell(programName(start[1] ?? start[2] ?? ""))) return null;
  let asked = false;
  let end = start[0].length;
  for (;;) {
    lineOption.lastIndex = end;
    const option = lineOption.exec(line);
    if (option === null) break;
    asked ||= takesScript(option[1] ?? "");
    end = lineOption.lastIndex;
  }
  return asked ? line.slice(end + 1) : null;
};

/** `"..."` with nothing escaped inside: how Tetragon, and Defender on macOS, mark an argument with a space. */
const unwrapped = (text: string): string =>
  text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;

const cursorTail = /(builtin exit \$COMMAND_EXIT_CODE)"? -- /;

/** A glued tail, read as script and positional words; only Cursor's shell has such words, and its script ends clearly. */
const tailCall = (tail: string): ShellCall => {
  const end = tail.startsWith("snap=") || tail.startsWith('"snap=') ? cursorTail.exec(tail) : null;
  if (end === null) return { script: unwrapped(tail), positional: [] };
  const word = tail.slice(end.index + end[0].length);
  const script = tail.slice(0, end.index + (end[1] ?? "").length);
  const bare = tail.startsWith('"');
  return {
    script: bare ? script.slice(1) : script,
    positional: ["--", bare && word.includes(" ") ? unwrapped(word) : word],
  };
};

/** All that a source's text may say of a shell's call, the likeliest first; the callers know the one they look for. */
export const shellCallsIn = (source: CommandSource): readonly ShellCall[] => {
  if (source.kind === "argv") {
    const call = shellCallIn(source.argv);
    return call === null ? [] : [call];
  }
  const calls: ShellCall[] = [];
  if (source.kind === "script" || source.fidelity === "raw-windows") {
    const argv = source.kind === "script" ? plainArgv(source.text) : splitWindows(source.text);
    const call = argv === null ? null : shellCallIn(argv);
    if (call !== null) calls.push(call);
  }
  const tail = shellTailIn(source.text);
  if (tail !== null) calls.push(tailCall(tail));
  if (source.kind === "script") calls.push({ script: source.text, positional: [] });
  return calls;
};
