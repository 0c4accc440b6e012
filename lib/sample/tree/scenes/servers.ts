import { minute, second } from "../../../domain/units.js";
import { anyOf, between } from "../../choose.js";
import type { Gardener } from "../gardener.js";
import type { Start } from "../process.js";
import { type Course, run } from "../run.js";
import { callOf, startAgent } from "../session.js";
import { linesFor, projectOf, typed } from "../terminal.js";
import type { Scene } from "./scene.js";

const rebuilt = [
  "node node_modules/vite/dist/node/worker.js --hot",
  "git rev-parse --short HEAD",
  "sh -c uname -m",
  "node_modules/@esbuild/linux-x64/bin/esbuild --service=0.25.2 --ping",
];

const servers = [
  "npm run dev",
  "npx vite --port 5173",
  "go run ./cmd/gateway",
  "python manage.py runserver 8001",
  "node server.js --watch",
  "make serve",
];

/** A server that was started long ago starts something: an hour later it is still whose it was. */
function* later(garden: Gardener, server: Start): Course {
  for (let left = between(garden.draw, 1, 3); left > 0; left -= 1) {
    yield between(garden.draw, 30, 90) * minute;
    const words = anyOf(garden.draw, rebuilt).split(" ");
    const argv = words[0] === "sh" ? ["sh", "-c", words.slice(2).join(" ")] : words;
    const command = garden.command(words[0] === "sh" ? words.slice(2) : words, server.truth);
    yield* run(garden, server, argv, command, { cwd: server.cwd });
  }
}

/** An agent leaves a server running in the background, and goes on. */
export const agentsServer: Scene = {
  name: "an agent's dev server",
  often: 0.5,
  *play(garden, shell) {
    const session = startAgent(garden, shell, "claude-code", projectOf(garden));
    const [server] = yield* callOf(garden, session, `nohup ${anyOf(garden.draw, servers)} > dev.log 2>&1 &`, {
      stays: true,
    });
    for (const line of linesFor(garden, "agents", 4)) {
      yield between(garden.draw, 2, 60) * second;
      yield* callOf(garden, session, line);
    }
    if (server !== undefined) yield* later(garden, server);
  },
};

/** She leaves one running herself. */
export const herServer: Scene = {
  name: "her dev server",
  often: 0.4,
  *play(garden, shell) {
    const [server] = yield* typed(garden, shell, anyOf(garden.draw, servers), projectOf(garden));
    if (server !== undefined) yield* later(garden, server);
  },
};
