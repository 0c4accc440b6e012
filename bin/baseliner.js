#!/usr/bin/env node
// The command line's door: runs lib as TypeScript, so that a checkout works without a build.
import { fileURLToPath } from "node:url";

// `baseliner ... | head` closes the pipe early: the reader has what she wants, so this is a good end.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

const main = await load().catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND" || !error.message.startsWith("Cannot find package")) throw error;
  const root = fileURLToPath(new URL("..", import.meta.url));
  process.stderr.write(`baseliner: its dependencies are not installed; run npm ci in ${root}\n`);
  return () => 2;
});
process.exitCode = await main(process.argv.slice(2));

async function load() {
  const { register } = await import("tsx/esm/api");
  // Without `false`, tsx would obey whatever tsconfig.json lies in the folder the user stands in.
  register({ tsconfig: false });
  return (await import("../lib/cli/main.ts")).main;
}
