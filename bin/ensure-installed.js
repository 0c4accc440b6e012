// Makes every npm script work as the first command in a fresh clone. Only Node built-ins: nothing is installed yet.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (!isInstalled()) install();

/** npm leaves a copy of the lock file behind, with what it really put there: it must hold what the lock file names. */
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(
    ([path, wanted]) =>
      path === "" ||
      (installed[path] === undefined
        ? wanted.optional === true || wanted.devOptional === true // for instance another platform's binary
        : installed[path].version === wanted.version && installed[path].integrity === wanted.integrity),
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), "utf8")).packages;
  } catch {
    return {}; // not there or cut off in the middle of an installation
  }
}

function install() {
  console.error("installing dependencies (npm ci) ...");
  // `--include=dev`: with NODE_ENV=production npm would leave out what the tests need, and come here every time.
  const options = ["ci", "--include=dev", "--loglevel=error", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
    : spawnSync("npm", options, {
        cwd: root,
        stdio: ["ignore", "ignore", "inherit"],
        shell: process.platform === "win32",
      });
  if (error) console.error(`npm ci could not be started: ${error.message}`);
  process.exitCode = status ?? 1;
}
