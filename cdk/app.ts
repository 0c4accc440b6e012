import { BaselinerStack } from "./baseliner-stack.js";
import { checkApp } from "./check-app.js";
import { configurationFile, readConfiguration } from "./configuration.js";
import { createApp } from "./create-app.js";

/** What `cdk.json` runs: the configuration is checked before anything is made of it. */
const configuration = readConfiguration(process.cwd());
if (configuration.ok) {
  const app = createApp();
  checkApp(app);
  new BaselinerStack(app, "Baseliner", configuration);
  app.synth();
} else {
  for (const mistake of configuration.mistakes) process.stderr.write(`${configurationFile}: ${mistake}\n`);
  process.exitCode = 1;
}
