import type { Command } from "../domain/command.js";
import { cmdPipelines } from "./cmd-text.js";
import { fetchedBefore, keepFetched } from "./fetched.js";
import type { Inner } from "./layers/layer.js";
import { isComputed, programName } from "./names.js";
import { joinPipeline } from "./pipelines.js";
import { bindPositional } from "./positional.js";
import { powershellPipelines } from "./powershell-text.js";
import { deeper, giveUp, mostCommands, type Place, type Search, step } from "./search.js";
import type { Stage } from "./stage.js";
import { unwrap } from "./unwrap.js";

/** Finds the commands in one exact argv: itself, or what it wraps, layer by layer. */
export function searchArgv(search: Search, argv: readonly string[], place: Place): void {
  if (!step(search)) return;
  const layer = unwrap(argv, { input: place.input, files: search.files });
  if (layer === undefined) {
    record(search, argv, place);
    return;
  }
  if (layer.outer !== undefined) record(search, layer.outer, place);
  const name = programName(argv[0] ?? "");
  const inside = deeper(search, place, {
    wrappers: [...place.wrappers, name],
    input: layer.consumes === true ? undefined : place.input,
    redirections: layer.outer === undefined ? place.redirections : [],
  });
  if (inside === undefined) {
    if (layer.outer === undefined) record(search, argv, place);
    return;
  }
  for (const inner of layer.inner) searchInner(search, inner, inside, name);
}

function searchInner(search: Search, inner: Inner, place: Place, name: string): void {
  if (inner.kind === "argv") {
    search.readers.argv(search, inner.argv, place);
    return;
  }
  if (inner.kind !== "script") {
    searchPipelines(search, pipelinesIn[inner.kind](search.clean(inner.text)), place);
    return;
  }
  if (inner.positional !== undefined && inner.positional.length > 0) bindPositional(search, inner.positional);
  else if (inner.positional !== undefined) search.variables.set("0", name);
  search.readers.script(search, inner.text, inner.guessed === true ? { ...place, guessed: true } : place);
}

const pipelinesIn = { cmd: cmdPipelines, powershell: powershellPipelines } as const;

function searchPipelines(search: Search, pipelines: readonly (readonly Stage[])[], place: Place): void {
  for (const stages of pipelines) {
    joinPipeline(search, stages, place, ({ argv, redirections }, at) => {
      search.readers.argv(search, argv, { ...at, redirections: [...at.redirections, ...redirections] });
      keepFetched(
        search,
        argv,
        redirections.map(({ target }) => target),
      );
      return undefined;
    });
  }
}

function record(search: Search, argv: readonly string[], place: Place): void {
  if (search.found.length >= mostCommands) {
    giveUp(search, "too-many-commands");
    const isNews = search.found.every((one) => one.argv[0] !== argv[0]);
    if (!isNews || search.found.length >= 2 * mostCommands) return;
  }
  const command: Command = {
    argv,
    wrappers: place.wrappers,
    redirections: place.redirections,
    upstream: search.fetched.size === 0 ? place.fedBy : [...place.fedBy, ...fetchedBefore(search, argv)],
    downstream: [],
    dynamic: argv[0] !== undefined && isComputed(argv[0]),
  };
  search.found.push(command);
  search.levels.push(search.level);
}
