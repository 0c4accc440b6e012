import { agentsRoot } from "./agent-root.js";
import { marked, plain } from "./agents.js";
import { before } from "./before.js";
import { cron } from "./cron.js";
import { daemons } from "./daemons.js";
import { editorsAgent, integrated } from "./editors.js";
import { expansions } from "./expansions.js";
import { fromScript } from "./from-script.js";
import { hands } from "./hands.js";
import { housekeeping } from "./housekeeping.js";
import { inPlace } from "./in-place.js";
import { asRoot, remote } from "./logins.js";
import { mcp } from "./mcp.js";
import { nested } from "./nested.js";
import { repeats, together } from "./repeats.js";
import type { Scene } from "./scene.js";
import { agentsServer, herServer } from "./servers.js";
import { services } from "./services.js";
import { rootShells, sudo } from "./sudo.js";
import { tmux } from "./tmux.js";

/** Everything that may happen on a host. */
export const scenes: readonly Scene[] = [
  hands,
  ...marked,
  ...plain,
  housekeeping,
  mcp,
  nested,
  fromScript,
  editorsAgent,
  integrated,
  before,
  tmux,
  sudo,
  rootShells,
  services,
  cron,
  remote,
  asRoot,
  agentsServer,
  herServer,
  agentsRoot,
  repeats,
  together,
  expansions,
  inPlace,
  daemons,
];
