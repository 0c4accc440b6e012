import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Bundle } from "./bundles.js";

/** Only looks like a region and credentials: an import asks nobody. */
const nobody = { AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "none", AWS_SECRET_ACCESS_KEY: "none" };

/** Where the configuration lies is left out, and every default holds; Node's own options are those of Lambda. */
const unset: ReadonlySet<string> = new Set(["BASELINER_CONFIG", "NODE_OPTIONS"]);

const script = "await import(process.argv[1]); process.stdout.write(String(performance.now()), () => process.exit())";

/** Milliseconds from the start of a new process of this Node until it has imported a function's bundle. */
export async function coldStartMs({ file, variables }: Pick<Bundle, "file" | "variables">): Promise<number> {
  const settings = Object.fromEntries(variables.filter((name) => !unset.has(name)).map((name) => [name, "none"]));
  const env = { PATH: process.env.PATH, ...nobody, ...settings };
  const module = pathToFileURL(file).href;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, module], {
    env,
  });
  return Number(stdout);
}
