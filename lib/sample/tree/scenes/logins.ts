import { second } from "../../../domain/units.js";
import { anyOf, between } from "../../choose.js";
import { linesFor, logIn, typed } from "../terminal.js";
import { root } from "../users.js";
import type { Scene } from "./scene.js";

/** She logs in to the host from another one. */
export const remote: Scene = {
  name: "a login over the network",
  often: 0.5,
  only: "linux",
  *play(garden) {
    const shell = logIn(garden);
    for (const line of linesFor(garden, "hands", between(garden.draw, 3, 8))) {
      yield between(garden.draw, 2, 90) * second;
      yield* typed(garden, shell, line);
    }
  },
};

/**
 * Somebody logs in as root, and later becomes her. Who logged in as root, no record of the host tells: it is root's own
 * until she is named.
 */
export const asRoot: Scene = {
  name: "a login as root",
  often: 0.3,
  only: "linux",
  *play(garden) {
    const shell = logIn(garden, root);
    const lines = ["uptime", "df -h", "systemctl status docker", "journalctl -u nginx -n 20", "apt-get update"];
    for (let left = 3; left > 0; left -= 1) {
      yield between(garden.draw, 2, 60) * second;
      yield* typed(garden, shell, anyOf(garden.draw, lines));
    }
    const su = garden.start(shell, ["su", "-", garden.her.name]);
    const truth = { identity: garden.her.name };
    const hers = garden.start(su, ["-bash"], { user: garden.her, truth, stays: true, cwd: garden.home });
    for (const line of linesFor(garden, "hands", 4)) {
      yield between(garden.draw, 2, 60) * second;
      yield* typed(garden, hers, line);
    }
  },
};
