import type { TargetClass } from "../domain/reading.js";
import { isAgentConfig, isCredential, isLog, isStartup } from "./special-paths.js";

/**
 * Whether a word is a path by its looks alone, for programs whose operands may be anything.
 *
 * @example
 * looksLikePath("./build") // => true
 * looksLikePath("$HOME/.ssh") // => true
 * looksLikePath("deploy/web") // => false
 * looksLikePath(".env") // => true
 */
export function looksLikePath(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first === 47 || first === 126) return true;
  if (first === 46) return word === "." || word === ".." || /^\.{1,2}[/\\]|^\.[A-Za-z]/.test(word);
  if (first === 36 || first === 37)
    return /^\$\{?(HOME|PWD|TMPDIR|OLDPWD)\}?(\/|$)|^%\w+%(\\|$)|^\$env:\w+(\\|$)/i.test(word);
  if (/^[A-Za-z]:[\\/]/.test(word) || word.startsWith("\\\\")) return true;
  if (word === "*" || word.includes("/../")) return true;
  if (first === 45 || word.includes("=") || word.includes(":")) return false;
  return word.includes("/") ? /\.[A-Za-z0-9]{1,8}$|\/$|\/\*/.test(word) || isSpecial(word) : isSpecial(word);
}

const isSpecial = (word: string): boolean => isCredential(word) || isAgentConfig(word) || isStartup(word);

/** Where one path belongs; a file with a meaning of its own comes before the folder it stands in. */
export function pathClassesOf(word: string): readonly TargetClass[] {
  const path = normalPath(word);
  const everything: readonly TargetClass[] = /(^|\/)(\*|\*\*|\*\.\*|\.\*|\.\[!\.\]\*)$/.test(path)
    ? ["pattern:everything"]
    : [];
  const place = placeOf(path);
  return place === undefined ? everything : [...place, ...everything];
}

/** One spelling for one path: `~` for any home, forward slashes, no `//`, `/./`, `x/..` or slash at the end. */
function normalPath(word: string): string {
  let path = word;
  if (path.includes("\\")) path = path.replaceAll("\\", "/");
  path = path
    .replace(/^file:\/\//, "")
    .replace(/^(\$HOME|\$\{HOME\}|%USERPROFILE%|\$env:USERPROFILE|\$\{HOME:\?\})(?=\/|$)/i, "~");
  path = path.replace(/^\$\{?TMPDIR\}?(?=\/|$)/, "/tmp").replace(/^\$\{?PWD\}?(?=\/|$)/, ".");
  path = path.replace(/^[A-Za-z]:\/Users(?=\/|$)/i, "/Users").replace(/^\/private(?=\/(tmp|var|etc)(\/|$))/, "");
  if (!/\/\/|\/\.|\/$/.test(path)) return homeOf(path);
  const absolute = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || (part === "." && parts.length > 0)) continue;
    const before = parts.at(-1);
    if (part !== "..") parts.push(part);
    else if (before !== undefined && before !== ".." && before !== "." && before !== "~") parts.pop();
    else if (!absolute) parts.push(part);
  }
  return homeOf(absolute ? `/${parts.filter((part) => part !== ".").join("/")}` : parts.join("/"));
}

/** `/home/ada/x`, `/Users/ada/x`, `/root/x` and `~ada/x` as `~/x`. */
const homeOf = (path: string): string =>
  path.replace(/^(?:\/(?:home|Users)\/(?!Shared\b)[^/*]+|\/root|~[\w.-]+)(?=\/|$)/, "~");

const systemFolders =
  /^\/(etc|usr|var|boot|bin|sbin|lib|lib32|lib64|opt|sys|proc|dev|run|System|Library|Applications|srv)(\/|$)|^([A-Za-z]:|%systemdrive%|\$env:systemdrive)\/(windows|program files|programdata)|^(%|\$env:)(systemroot|windir|programfiles|programdata|allusersprofile)\b/i;
const blockDevice =
  /^\/dev\/(sd[a-z]|nvme\d|hd[a-z]|vd[a-z]|xvd[a-z]|mmcblk|disk\d?|rdisk\d?|mapper\/|dm-\d|md\d|loop\d|mem$|kmem$)|^\/\/\.\/physicaldrive/i;
const harmlessDevice = /^\/dev\/(null|zero|u?random|std(in|out|err)|tty\w*|fd(\/|$)|full|ptmx|pts(\/|$))/;
const temporary = /^(\/tmp|\/var\/tmp|\/var\/folders|\/dev\/shm)(\/|$)|\/AppData\/Local\/Temp(\/|$)|^%te?mp%/i;
const buildOutput =
  /(^|\/)(node_modules|dist|build|target|out|\.next|\.nuxt|\.turbo|\.cache|\.parcel-cache|coverage|__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.venv|venv|\.gradle|\.terraform|htmlcov|\.tox|\.svelte-kit|\.output|DerivedData)(\/|$)|\.(pyc|o|class|tsbuildinfo)$|\.egg-info\/?$/;

function placeOf(path: string): readonly TargetClass[] | undefined {
  if (path === "/" || path === "/*" || path === "/." || /^[A-Za-z]:\/?(\*(\.\*)?)?$/.test(path)) return ["path:root"];
  if (harmlessDevice.test(path)) return undefined;
  if (blockDevice.test(path)) return ["path:device"];
  if (isStartup(path)) return isCredential(path) ? ["path:credential", "path:startup"] : ["path:startup"];
  if (isCredential(path)) return ["path:credential"];
  if (isAgentConfig(path)) return ["path:agent-config"];
  if (isLog(path)) return ["path:log"];
  if (path === "~" || path === "~/*" || path === "~/.*" || /^\/(home|Users)(\/\*)?$/.test(path)) return ["path:home"];
  if (temporary.test(path)) return ["path:temporary"];
  if (systemFolders.test(path)) return ["path:system"];
  if (path === ".." || path.startsWith("../")) return ["path:parent"];
  if (buildOutput.test(path)) return ["path:build-output"];
  if (path.startsWith("~")) return ["path:project"];
  return path.startsWith("/") || /^[A-Za-z]:\//.test(path) ? ["path:elsewhere"] : ["path:project"];
}
