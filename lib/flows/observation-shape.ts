import type { ArgvFidelity, Layer } from "../domain/event.js";
import type { Impact } from "../domain/impact.js";
import type { Attribution, Observation, Sighting, Trust } from "../domain/observation.js";
import { isObject } from "../telemetry/json.js";

type Check = (value: unknown) => boolean;

/** One check for each field of a type; the compiler asks for a new line here when a field is added there. */
type Checks<Type> = { readonly [Field in keyof Required<Type>]: Check };

const text: Check = (value) => typeof value === "string";
const textOrNull: Check = (value) => value === null || typeof value === "string";
const trueOrFalse: Check = (value) => typeof value === "boolean";
const share: Check = (value) => typeof value === "number" && value >= 0 && value <= 1;
const instant: Check = (value) => typeof value === "number" && Number.isFinite(value);
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const oneOf =
  <Name extends string>(names: Readonly<Record<Name, true>>): Check =>
  (value) =>
    typeof value === "string" && Object.hasOwn(names, value);

function shapeOf<Type>(checks: Checks<Type>): Check {
  const fields = Object.entries<Check>(checks);
  return (value) => isObject(value) && fields.every(([field, check]) => check(value[field]));
}

const observation = shapeOf<Observation>({
  event: shapeOf<Observation["event"]>({ id: text, format: text, time: text, host: textOrNull }),
  name: text,
  index: count,
  identity: text,
  trust: oneOf<Trust>({ trusted: true, service: true, unknown: true }),
  agent: textOrNull,
  session: textOrNull,
  attribution: shapeOf<Attribution>({ confidence: share, evidence: listOf(text) }),
  command: text,
  argv: listOf(text),
  argvFidelity: oneOf<ArgvFidelity>({ exact: true, quoted: true, joined: true, "raw-windows": true }),
  wrappers: listOf(text),
  signature: text,
  impacts: listOf(shapeOf<Impact>({ id: text, class: text, weight: share, floor: trueOrFalse, attack: listOf(text) })),
  sighting: shapeOf<Sighting>({
    layer: oneOf<Layer>({ call: true, exec: true }),
    source: text,
    text,
    program: text,
    expands: trueOrFalse,
    line: listOf(text),
    whole: text,
    starter: textOrNull,
    cwd: textOrNull,
    startedAt: instant,
    revision: count,
    byHand: trueOrFalse,
    withdrawn: trueOrFalse,
  }),
});

/**
 * Whether a parsed value has every field of an observation.
 *
 * Names that grow (formats, impact classes) may be any text: a reader that is one deployment older lets them pass.
 *
 * @example
 * isObservation({ identity: "ada" }) // => false
 * isObservation(null) // => false
 */
export const isObservation = (value: unknown): value is Observation => observation(value);
