// `npm run deploy`: says what a deployment needs before CDK says it in its own words, then runs `cdk deploy`.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

console.error(`Baseliner deploys into the AWS account and region of your credentials. It needs
  - credentials (AWS_PROFILE, AWS_ACCESS_KEY_ID ... or a role) and a region (AWS_REGION);
  - a bootstrapped account, once: npx cdk bootstrap
  - baseliner.config.json beside cdk.json, if you do not want the defaults.
Afterwards put the URL of a Slack incoming webhook into the secret that the outputs name, and point a sensor at the stream.
`);

const { status } = spawnSync("npx", ["cdk", "deploy", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exitCode = status ?? 1;
