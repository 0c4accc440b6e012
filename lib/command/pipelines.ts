import type { Command } from "../domain/command.js";
import { programName } from "./names.js";
import { type Input, mostCommands, type Place, type Search } from "./search.js";

/** More names of one pipeline stage are not kept: a stage is one program, or a small group. */
const mostNames = 8;

/** Stages further away are not told of; the nearest come first. */
const mostNeighbours = 16;

/**
 * Searches the stages of a pipeline, hands each the visible output of the one before, and tells every command in it
 * which programs stand before and after it.
 */
export function joinPipeline<Node>(
  search: Search,
  nodes: readonly Node[],
  place: Place,
  searchStage: (node: Node, place: Place) => Input | undefined,
): Input | undefined {
  const starts: number[] = [];
  let input: Input | undefined = place.input;
  for (const node of nodes) {
    if (search.found.length >= mostCommands) break;
    starts.push(search.found.length);
    input = searchStage(node, { ...place, input });
  }
  if (nodes.length > 1) joinStages(search, [...starts, search.found.length]);
  return input;
}

function joinStages(search: Search, bounds: readonly number[]): void {
  const names = bounds.slice(0, -1).map((start, index) => stageNames(search, start, bounds[index + 1] ?? start));
  for (let stage = 0; stage < names.length; stage += 1) {
    const before = names
      .slice(Math.max(0, stage - mostNeighbours), stage)
      .reverse()
      .flat();
    const after = names.slice(stage + 1, stage + 1 + mostNeighbours).flat();
    eachOfStage(search, bounds[stage] ?? 0, bounds[stage + 1] ?? 0, (command, index) => {
      search.found[index] = {
        ...command,
        upstream: [...command.upstream, ...before],
        downstream: [...command.downstream, ...after],
      };
    });
  }
}

function stageNames(search: Search, start: number, end: number): readonly string[] {
  const names = new Set<string>();
  eachOfStage(search, start, end, (command) => {
    if (command.argv[0] !== undefined && names.size < mostNames) names.add(programName(command.argv[0]));
  });
  return [...names];
}

/** Tells the commands found since `start` that other programs read, further on, what they write. */
export function addReaders(search: Search, start: number, readers: readonly string[]): void {
  if (readers.length === 0) return;
  eachOfStage(search, start, search.found.length, (command, index) => {
    search.found[index] = { ...command, downstream: [...command.downstream, ...readers] };
  });
}

/** The programs found since `start`, last first: who writes what a substitution puts in. */
export function writersSince(search: Search, start: number): readonly string[] {
  const names = new Set<string>();
  for (let index = search.found.length - 1; index >= start; index -= 1) {
    const word = search.found[index]?.argv[0];
    if (word !== undefined && names.size < mostNames) names.add(programName(word));
  }
  return [...names];
}

/** Commands inside a substitution are no part of the pipeline that the substitution stands in. */
function eachOfStage(
  search: Search,
  start: number,
  end: number,
  visit: (command: Command, index: number) => void,
): void {
  for (let index = start; index < end; index += 1) {
    const command = search.found[index];
    if (command !== undefined && search.levels[index] === search.level) visit(command, index);
  }
}
