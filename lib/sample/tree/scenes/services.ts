import { second } from "../../../domain/units.js";
import { anyOf, between } from "../../choose.js";
import { ofTheSystem } from "../gardener.js";
import { typed } from "../terminal.js";
import { redis, root } from "../users.js";
import type { Scene } from "./scene.js";

const units: Readonly<Record<string, readonly (readonly string[])[]>> = {
  nginx: [
    ["/usr/sbin/nginx", "-t", "-q", "-g", "daemon on; master_process on;"],
    ["/usr/sbin/nginx", "-g", "daemon on; master_process on;"],
  ],
  redis: [["/usr/bin/redis-server", "127.0.0.1:6379"]],
  cron: [["/usr/sbin/cron", "-f", "-P"]],
};

/** She asks systemd to start a daemon anew; what systemd then does is not hers. */
export const services: Scene = {
  name: "a daemon started anew",
  often: 0.5,
  only: "linux",
  *play(garden, shell) {
    const unit = anyOf(garden.draw, Object.keys(units));
    yield* typed(garden, shell, `sudo systemctl restart ${unit}`);
    const [user, identity] = unit === "redis" ? [redis, "redis"] : [root, "root"];
    for (const argv of units[unit] ?? []) {
      garden.start(null, argv, { user, login: null, cwd: "/", truth: { ...ofTheSystem, identity }, stays: true });
      yield between(garden.draw, 10, 300);
    }
    yield between(garden.draw, 2, 20) * second;
    yield* typed(garden, shell, `systemctl status ${unit}`);
  },
};
