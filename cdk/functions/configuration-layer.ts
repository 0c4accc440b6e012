import { IgnoreMode } from "aws-cdk-lib";
import { Code, type ILayerVersion, LayerVersion } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { environment } from "../../lib/environment.js";
import { configurationFile } from "../configuration.js";

/**
 * The configuration file beside the functions' code, byte for byte the file that `replay` is given.
 *
 * As a layer and not as a variable: a list of teams does not fit into the 4 KB that all variables have together. Without
 * a file there is no layer, and every default holds.
 */
export class ConfigurationLayer extends Construct {
  readonly layers: readonly ILayerVersion[];
  readonly environment: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, folder: string | undefined) {
    super(scope, id);
    this.layers = folder === undefined ? [] : [this.layer(folder)];
    this.environment = folder === undefined ? {} : { [environment.config]: `/opt/${configurationFile}` };
  }

  private layer(folder: string): LayerVersion {
    return new LayerVersion(this, "Layer", {
      description: "Baseliner: the configuration",
      // As git reads it, `*` is every file; as a shell reads it, `.env` and `.npmrc` would be uploaded too.
      code: Code.fromAsset(folder, { ignoreMode: IgnoreMode.GIT, exclude: ["*", `!${configurationFile}`] }),
    });
  }
}
