import type { AgentName } from "./agents.js";
import type { Role } from "./habits.js";

/**
 * What records a person's commands, and how an agent's tool call shows in it.
 *
 * `declared`: the record names the agent. `wrapper`: the shell the agent starts for each call. `program`: the one program
 * that shell starts, with the wrapper as its parent; a call that is more than one program is shown by its wrapper. One
 * layer per call, never two. `claude-otel` sees the agent only, so that person's own hands are in `plain`.
 */
export type Sensor =
  | { readonly format: "plain"; readonly shows: "declared" | "wrapper" | "program"; readonly argv: boolean }
  | { readonly format: "defender" | "tetragon"; readonly shows: "wrapper" | "program" }
  | { readonly format: "claude-otel" };

/** One engineer: what she does, when, where, with which agents. */
export interface Person {
  readonly name: string;
  /** How plain telemetry spells her. */
  readonly account: string;
  readonly uid: number;
  readonly team: "platform" | "product" | "data";
  readonly role: Role;
  readonly agents: readonly AgentName[];
  readonly sensor: Sensor;
  readonly system: "linux" | "macos";
  readonly shell: "bash" | "zsh";
  /** Usual working hours in UTC. */
  readonly hours: readonly [from: number, to: number];
  /** Folders below her home; the first one is where she mostly is. */
  readonly projects: readonly string[];
  /** Works on this share of weekend days; more than nothing for who is on call. */
  readonly weekends: number;
}

export const homeOf = ({ name, system }: Person): string => (system === "macos" ? `/Users/${name}` : `/home/${name}`);

export const hostOf = ({ name, system }: Person): string => `${name}-${system === "macos" ? "mac" : "ws"}.corp.example`;

/** An exec sensor shows a person's hands as programs; only plain telemetry has the line she typed. */
export const showsTypedLines = ({ sensor }: Person): boolean =>
  sensor.format === "plain" || sensor.format === "claude-otel";
