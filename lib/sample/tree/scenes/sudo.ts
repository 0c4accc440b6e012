import { minute, second } from "../../../domain/units.js";
import { anyOf, between } from "../../choose.js";
import type { Gardener } from "../gardener.js";
import type { Start } from "../process.js";
import type { Course } from "../run.js";
import { typed } from "../terminal.js";
import { root } from "../users.js";
import type { Scene } from "./scene.js";

const forLinux = [
  "sudo apt-get update",
  "sudo tail -n 50 /var/log/nginx/access.log",
  "sudo ss -tlnp",
  "sudo -u postgres psql -c 'select pg_reload_conf()'",
  "sudo journalctl -u docker -n 20",
];
const forMacos = ["sudo lsof -i :5173", "sudo dscacheutil -flushcache", "sudo ls /var/db"];

/** She becomes root for one command at a time. */
export const sudo: Scene = {
  name: "sudo by hand",
  often: 0.6,
  *play(garden, shell) {
    for (let left = 3; left > 0; left -= 1) {
      yield between(garden.draw, 5, 300) * second;
      yield* typed(garden, shell, anyOf(garden.draw, garden.system === "linux" ? forLinux : forMacos));
    }
  },
};

const asRoot = [
  "systemctl status nginx",
  "vim /etc/nginx/nginx.conf",
  "nginx -t",
  "tail -n 20 /var/log/syslog",
  "apt-get install -y jq",
  "chown -R www-data /srv/www",
];

/** A shell of root's, opened in one of the usual ways: what is typed in it is still hers. */
function* rootShell(garden: Gardener, shell: Start, way: readonly (readonly string[])[]): Course {
  let above = shell;
  const command = garden.command(way[0]?.slice(way.length > 1 ? 1 : 0) ?? [], shell.truth);
  for (const argv of way)
    above = garden.start(above, argv, {
      user: root,
      commands: [command],
      stays: true,
      ...(above === shell || !garden.monitors ? {} : { fork: garden.fork() }),
    });
  const fork = garden.monitors && way[0]?.[0] === "sudo" && way.length === 1 ? { fork: garden.fork(true) } : {};
  const rooted = garden.start(above, ["-bash"], { stays: true, cwd: "/root", ...fork });
  for (let left = between(garden.draw, 2, 6); left > 0; left -= 1) {
    yield between(garden.draw, 3, 90) * second;
    yield* typed(garden, rooted, anyOf(garden.draw, asRoot));
  }
}

export const rootShells: Scene = {
  name: "a shell of root's",
  often: 0.5,
  only: "linux",
  *play(garden, shell) {
    const ways = [
      [["sudo", "-i"]],
      [["su", "-"]],
      [
        ["sudo", "su", "-"],
        ["su", "-"],
      ],
    ];
    yield* rootShell(garden, shell, anyOf(garden.draw, ways));
    yield between(garden.draw, 1, 30) * minute;
    yield* typed(garden, shell, "git status");
  },
};
