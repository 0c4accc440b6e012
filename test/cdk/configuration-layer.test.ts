import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stack } from "aws-cdk-lib";
import { afterAll, describe, expect, it } from "vitest";
import { createApp } from "../../cdk/create-app.js";
import { ConfigurationLayer } from "../../cdk/functions/configuration-layer.js";
import { environment } from "../../lib/environment.js";
import { deployed } from "./deployed.js";
import { only } from "./resources.js";

const scratch = mkdtempSync(join(tmpdir(), "baseliner-configured-"));
afterAll(() => rmSync(scratch, { recursive: true }));
const outdir = join(scratch, "cdk.out");
const text = '{ "identities": {} }';

describe("a configuration file", () => {
  it.each(["Interpret", "Assess", "Notify"])("is laid beside the code of %s", (name) =>
    expect(only(deployed({}, text), "AWS::Lambda::Function", name)).toMatchObject({
      Layers: [{ Ref: expect.stringMatching(/^Configuration/) }],
      Environment: { Variables: { [environment.config]: "/opt/baseliner.config.json" } },
    }),
  );

  it("is uploaded byte for byte, and nothing else", () => {
    const app = createApp({ outdir, builtinCloudFormationValidation: false });
    new ConfigurationLayer(new Stack(app, "Stack"), "Configuration", text);
    app.synth();
    const [asset = "", ...others] = readdirSync(outdir).filter((name) => name.startsWith("asset."));
    expect(others).toEqual([]);
    expect(readdirSync(join(outdir, asset))).toEqual(["baseliner.config.json"]);
    expect(readFileSync(join(outdir, asset, "baseliner.config.json"), "utf8")).toBe(text);
  });
});
