import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { root } from "../architecture/sources.js";

/** A template's resources, as far as they are looked at. */
interface Resource {
  readonly Type: string;
  readonly Properties: {
    readonly Handler: string;
    readonly Code: { readonly S3Key: string };
    readonly Content: { readonly S3Key: string };
    readonly Layers: readonly Reference[];
    readonly Environment: { readonly Variables: Readonly<Record<string, string | Reference>> };
  };
}
interface Reference {
  readonly Ref: string;
}

/** A function as it would be uploaded. */
export interface Bundle {
  /** Its module, as a URL. */
  readonly module: string;
  /** The name under which the module exports its handler. */
  readonly export: string;
  /** Its variables; what is deployed with the stack goes by its logical id here. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface Synthesised {
  /** The function of the construct with this name. */
  readonly bundle: (name: string) => Bundle;
  readonly remove: () => void;
}

/** A proxy that nobody can reach: whatever asks the network for something fails. */
const nowhere = "http://127.0.0.1:9";

/**
 * What `npx cdk synth` makes of this project with this configuration file, in a folder of its own, without an account
 * and without a network.
 */
export async function synthesise(configuration: object): Promise<Synthesised> {
  const folder = mkdtempSync(join(tmpdir(), "baseliner-synthesised-"));
  for (const name of ["cdk", "cdk.json", "node_modules"]) symlinkSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, "baseliner.config.json"), JSON.stringify(configuration));
  const env = { PATH: process.env.PATH, HOME: folder, HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere };
  await promisify(execFile)(join("node_modules", ".bin", "cdk"), ["synth", "--quiet"], { cwd: folder, env });

  const assembly = join(folder, "cdk.out");
  const { Resources } = JSON.parse(readFileSync(join(assembly, "Baseliner.template.json"), "utf8")) as {
    readonly Resources: Readonly<Record<string, Resource>>;
  };
  const assetOf = ({ S3Key }: { readonly S3Key: string }) => join(assembly, `asset.${S3Key.replace(/\.zip$/, "")}`);
  const resource = (is: (id: string, resource: Resource) => boolean): Resource["Properties"] => {
    const found = Object.entries(Resources).filter(([id, one]) => is(id, one));
    if (found.length !== 1) throw new Error(`resource requires one that fits, got ${found.length}`);
    return (found[0] as [string, Resource])[1].Properties;
  };

  return {
    remove: () => rmSync(folder, { recursive: true }),
    bundle(name) {
      const { Handler, Code, Layers, Environment } = resource(
        (id, { Type }) => Type === "AWS::Lambda::Function" && id.startsWith(`${name}Function`),
      );
      const [layer] = Layers.map(({ Ref }) => assetOf(resource((id) => id === Ref).Content));
      const [file, exported = ""] = Handler.split(".");
      const variables = Object.entries(Environment.Variables).map(([key, value]) => [
        key,
        typeof value === "string" ? value.replace(/^\/opt(?=\/)/, layer ?? "/opt") : value.Ref,
      ]);
      return {
        module: pathToFileURL(join(assetOf(Code), `${file}.mjs`)).href,
        export: exported,
        variables: Object.fromEntries(variables),
      };
    },
  };
}
