import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FileSystem } from "aws-cdk-lib";
import { Code, type ILayerVersion, LayerVersion } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { environment } from "../../lib/environment.js";
import { configurationFile } from "../configuration.js";

/**
 * The configuration beside the functions' code: byte for byte the file that `replay` is given, unless that names other
 * files, whose content is written into this one.
 *
 * As a layer and not as a variable: a list of teams does not fit into the 4 KB that all variables have together. Without
 * a file there is no layer, and every default holds.
 */
export class ConfigurationLayer extends Construct {
  readonly layers: readonly ILayerVersion[];
  readonly environment: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, text: string | undefined) {
    super(scope, id);
    this.layers = text === undefined ? [] : [this.layer(text)];
    this.environment = text === undefined ? {} : { [environment.config]: `/opt/${configurationFile}` };
  }

  private layer(text: string): LayerVersion {
    // An asset is a folder; in one of its own lies nothing else that could be uploaded with it. It is copied at once.
    const folder = FileSystem.mkdtemp("baseliner-configuration-");
    writeFileSync(join(folder, configurationFile), text);
    const description = "Baseliner: the configuration";
    const layer = new LayerVersion(this, "Layer", { description, code: Code.fromAsset(folder) });
    rmSync(folder, { recursive: true });
    return layer;
  }
}
