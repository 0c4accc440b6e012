import type { Invocation } from "./invocation.js";

/** An editor that holds agents and people alike: being started by one says nothing about who acted. */
interface Editor {
  readonly name: string;
  /** Its program, and the helpers beside it; a helper's title goes on with the name of somebody's folder. */
  readonly binary: RegExp;
  /** Pieces of the path of its runtime on a remote host, which is a plain `node` there, or its own `java`. */
  readonly runtimes?: readonly string[];
}

const editors: readonly Editor[] = [
  { name: "cursor", binary: /^cursor(?:$|[ .](?!agent))/, runtimes: ["/.cursor-server/"] },
  {
    name: "visual studio code",
    binary:
      /^(?:code|codium|vscodium|code-server|code-insiders|code-tunnel)(?:$|\.)|^code(?: - insiders)?(?:$| helper)/,
    runtimes: ["/.vscode-server/", "/.vscode-server-insiders/", "/.vscodium-server/", "/code-server/"],
  },
  { name: "windsurf", binary: /^windsurf(?:$|[ .])/, runtimes: ["/.windsurf-server/"] },
  { name: "devin desktop", binary: /^devin[ -]desktop(?:$|[ .])/ },
  { name: "antigravity", binary: /^antigravity(?:$|[ .])/ },
  { name: "zed", binary: /^(?:zed|zeditor|zed-editor)$/ },
  { name: "kiro", binary: /^kiro(?:$| helper)/ },
  {
    name: "jetbrains",
    binary:
      /^(?:idea|pycharm|webstorm|goland|clion|rider|phpstorm|rubymine|rustrover|datagrip|dataspell|studio)(?:64)?(?:$|\.)/,
    runtimes: ["/jbr/bin/", "/jbr/contents/home/bin/"],
  },
];

const runtimeNames: ReadonlySet<string> = new Set(["node", "java"]);

/**
 * The editor that a program is, if it is one.
 *
 * @example
 * editorOf({ name: "cursor helper (plugin)", path: "Cursor Helper (Plugin)", script: null, module: null }) // => "cursor"
 * editorOf({ name: "cursor-agent", path: "cursor-agent", script: null, module: null }) // => undefined
 */
export const editorOf = ({ name, path }: Invocation): string | undefined => {
  const byName = editors.find(({ binary }) => binary.test(name));
  if (byName !== undefined || !runtimeNames.has(name)) return byName?.name;
  const plain = path.replaceAll("\\", "/").toLowerCase();
  return editors.find(({ runtimes }) => runtimes?.some((piece) => plain.includes(piece)))?.name;
};
