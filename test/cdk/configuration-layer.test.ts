import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
const folder = join(scratch, "project");
const outdir = join(scratch, "cdk.out");
mkdirSync(join(folder, ".git"), { recursive: true });
writeFileSync(join(folder, "baseliner.config.json"), '{ "identities": {} }');
for (const private_ of [".env", ".npmrc", ".git/config", "notes.txt"]) writeFileSync(join(folder, private_), "private");

describe("a configuration file", () => {
  it.each(["Interpret", "Assess", "Notify"])("is laid beside the code of %s", (name) =>
    expect(only(deployed({}, folder), "AWS::Lambda::Function", name)).toMatchObject({
      Layers: [{ Ref: expect.stringMatching(/^Configuration/) }],
      Environment: { Variables: { [environment.config]: "/opt/baseliner.config.json" } },
    }),
  );

  it("is uploaded byte for byte, and nothing that lies around it", () => {
    const app = createApp({ outdir, builtinCloudFormationValidation: false });
    new ConfigurationLayer(new Stack(app, "Stack"), "Configuration", folder);
    app.synth();
    const [asset = "", ...others] = readdirSync(outdir).filter((name) => name.startsWith("asset."));
    expect(others).toEqual([]);
    expect(readdirSync(join(outdir, asset))).toEqual(["baseliner.config.json"]);
    expect(readFileSync(join(outdir, asset, "baseliner.config.json"), "utf8")).toBe('{ "identities": {} }');
  });
});
