import { anyOf, between } from "../../choose.js";
import { commandsOf, runScript } from "../run.js";
import type { Scene } from "./scene.js";

const lines = ["terraform plan -out=tf.plan", "cd infra && terraform init", "go build ./... && go vet ./..."];

/** A shell with a script by her own hand, which turns into the last of its programs. */
export const inPlace: Scene = {
  name: "a script by hand",
  often: 0.4,
  *play(garden, shell) {
    const line = anyOf(garden.draw, lines);
    const commands = commandsOf(garden, line, shell.truth);
    const script = garden.start(shell, ["bash", "-c", line], { commands });
    yield between(garden.draw, 5, 90);
    yield* runScript(garden, script, line, commands, { mayExec: true });
  },
};
