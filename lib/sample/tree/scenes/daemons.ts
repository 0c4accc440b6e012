import { minute } from "../../../domain/units.js";
import { between } from "../../choose.js";
import { callOf, startAgent } from "../session.js";
import { projectOf } from "../terminal.js";
import type { Scene } from "./scene.js";

/** A build leaves a daemon behind that has given up its parent: of who started it, only its variables tell. */
export const daemons: Scene = {
  name: "a daemon of an agent's",
  often: 0.15,
  onlyBy: ["environment", "declared"],
  *play(garden, shell) {
    const session = startAgent(garden, shell, "claude-code", projectOf(garden));
    const [build] = yield* callOf(garden, session, "./gradlew assembleDebug --daemon");
    if (build === undefined) return;
    const { truth, environment, cwd } = build;
    const argv = ["/usr/bin/java", "-Xmx512m", "org.gradle.launcher.daemon.bootstrap.GradleDaemon", "8.10"];
    const daemon = garden.start(null, argv, { truth, environment, cwd, stays: true });
    yield between(garden.draw, 1, 20) * minute;
    garden.start(daemon, ["/usr/bin/java", "-version"]);
  },
};
