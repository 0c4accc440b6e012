#!/usr/bin/env node
// The command line's door: runs lib as TypeScript, so that a checkout works without a build.
import { register } from "tsx/esm/api";

// `baseliner ... | head` closes the pipe early: the reader has what she wants, so this is a good end.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

// Without `false`, tsx would obey whatever tsconfig.json lies in the folder the user stands in.
register({ tsconfig: false });
const { main } = await import("../lib/cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
