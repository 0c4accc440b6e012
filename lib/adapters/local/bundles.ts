import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A function as `cdk synth` makes it, in one file that would be uploaded. */
export interface Bundle {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  /** The names of the variables it is deployed with. */
  readonly variables: readonly string[];
}

/** The part of a template that is looked at. */
interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}
interface Resource {
  readonly Type: string;
  readonly Properties: {
    readonly Handler?: string;
    readonly Code?: { readonly S3Key?: string };
    readonly Environment?: { readonly Variables?: Readonly<Record<string, unknown>> };
  };
}

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Ours; functions that CDK adds for itself have other names. CDK puts eight digits behind. */
const functionId = /^([A-Z][a-z]+)Function[0-9A-F]{8}$/;

/**
 * Synthesises the stack as `npx cdk synth` does, with the configuration beside `cdk.json`, hands its functions over and
 * takes everything away again. Needs no account and no network.
 */
export async function withBundles<Done>(use: (bundles: readonly Bundle[]) => Promise<Done>): Promise<Done> {
  const assembly = await mkdtemp(join(tmpdir(), "baseliner-bundles-"));
  const cdk = join(dirname(createRequire(import.meta.url).resolve("aws-cdk/package.json")), "bin", "cdk");
  try {
    await run(process.execPath, [cdk, "synth", "--quiet", "--output", assembly], { cwd: root });
    const template: Template = JSON.parse(await readFile(join(assembly, "Baseliner.template.json"), "utf8"));
    return await use(await bundlesIn(template, assembly));
  } finally {
    await rm(assembly, { recursive: true });
  }
}

async function bundlesIn({ Resources }: Template, assembly: string): Promise<readonly Bundle[]> {
  const bundles: Bundle[] = [];
  for (const [id, { Type, Properties }] of Object.entries(Resources)) {
    const [, name] = functionId.exec(id) ?? [];
    if (Type !== "AWS::Lambda::Function" || name === undefined) continue;
    const asset = `asset.${Properties.Code?.S3Key?.replace(/\.zip$/, "")}`;
    const file = join(assembly, asset, `${Properties.Handler?.split(".")[0]}.mjs`);
    const variables = Object.keys(Properties.Environment?.Variables ?? {});
    bundles.push({ name: name.toLowerCase(), file, bytes: (await stat(file)).size, variables });
  }
  return bundles;
}
