import { second } from "../../../domain/units.js";
import { anyOf, between } from "../../choose.js";
import type { TreeAgent } from "../agents.js";
import { callOf, startAgent } from "../session.js";
import { projectOf } from "../terminal.js";
import type { Scene } from "./scene.js";

const lines = [
  "sudo apt-get install -y jq",
  "sudo systemctl reload nginx",
  "sudo -u postgres psql -c 'select 1'",
  "timeout 300 npm test",
  "sudo apt-get update && sudo apt-get install -y shellcheck",
];

/** An agent that may become root. */
export const agentsRoot: Scene = {
  name: "sudo by an agent",
  often: 0.5,
  only: "linux",
  *play(garden, shell) {
    const agent = anyOf<TreeAgent>(garden.draw, ["claude-code", "copilot", "gemini-cli"]);
    const session = startAgent(garden, shell, agent, projectOf(garden));
    for (let left = 3; left > 0; left -= 1) {
      yield between(garden.draw, 2, 60) * second;
      yield* callOf(garden, session, anyOf(garden.draw, lines));
    }
  },
};
