import { minute } from "../../../domain/units.js";
import { anyOf, between } from "../../choose.js";
import { ofTheSystem } from "../gardener.js";
import { commandsOf, runScript } from "../run.js";
import { root } from "../users.js";
import type { Scene } from "./scene.js";

const jobs = [
  "cd / && run-parts --report /etc/cron.hourly",
  "/usr/lib/sysstat/sa1 1 1",
  "/usr/local/bin/backup --incremental",
];

/** Root's scheduled jobs: cron logs root in for each of them. */
export const cron: Scene = {
  name: "a job of root's",
  often: 0.5,
  only: "linux",
  *play(garden) {
    for (let left = 3; left > 0; left -= 1) {
      const line = anyOf(garden.draw, jobs);
      const commands = commandsOf(garden, line, ofTheSystem);
      const shell = garden.start(null, ["/bin/sh", "-c", line], {
        ...{ user: root, login: root, cwd: "/root", truth: ofTheSystem, commands },
        parentPid: between(garden.draw, 31_000, 32_000),
      });
      yield* runScript(garden, shell, line, commands, { mayExec: true });
      yield between(garden.draw, 5, 30) * minute;
    }
  },
};
