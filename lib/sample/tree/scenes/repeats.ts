import { between, popular } from "../../choose.js";
import { callOf, startAgent } from "../session.js";
import { linesFor, projectOf, typed } from "../terminal.js";
import type { Scene } from "./scene.js";

const usual = ["git status", "git diff --stat", "go test ./...", "npm test", "kubectl get pods -n staging"];

/** The same twice within seconds, by her and by an agent: two commands each time. */
export const repeats: Scene = {
  name: "repeats within seconds",
  often: 0.5,
  *play(garden, shell) {
    const { draw } = garden;
    const hers = popular(draw, usual);
    yield* typed(garden, shell, hers);
    yield between(draw, 400, 6_000);
    yield* typed(garden, shell, hers);
    const session = startAgent(garden, shell, draw() < 0.5 ? "claude-code" : "copilot", projectOf(garden));
    const [line = "git status"] = linesFor(garden, "agents", 1);
    yield* callOf(garden, session, line);
    yield between(draw, 400, 6_000);
    yield* callOf(garden, session, line);
  },
};

/** She and her agent run the same at the same time, in different folders. */
export const together: Scene = {
  name: "the same by hand and agent",
  often: 0.5,
  *play(garden, shell) {
    const { draw, home } = garden;
    const line = popular(draw, usual);
    const agent = draw() < 0.5 ? "claude-code" : "gemini-cli";
    const session = startAgent(garden, shell, agent, `${home}/work/other`);
    yield between(draw, 1_000, 6_000);
    yield* callOf(garden, session, line);
    yield between(draw, 10, 3_000);
    yield* typed(garden, shell, line);
  },
};
