import { execFile } from "node:child_process";
import type { Bundle } from "./synthesised.js";

/** What became of one invocation. */
export type Outcome = { readonly answer: unknown } | { readonly error: string };

/** Imports the module named first, as Lambda's runtime does, and hands each event of standard input to its handler. */
const runtime = `
  import { json } from "node:stream/consumers";
  const [, module, name] = process.argv;
  const { [name]: handler } = await import(module);
  const outcomes = [];
  for (const event of await json(process.stdin))
    outcomes.push(await handler(event).then((answer = null) => ({ answer }), (error) => ({ error: String(error) })));
  process.stdout.write(JSON.stringify(outcomes), () => process.exit());
`;

/** Credentials that an emulator wants to see, whatever they say. */
const credentials = { AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };

/**
 * Starts a deployed bundle in a process of its own, with its variables, these endpoints and nothing else, and has it
 * handle events one after the other.
 */
export const invoke = (
  { module, export: name, variables }: Bundle,
  endpoints: Readonly<Record<string, string>>,
  ...events: readonly unknown[]
): Promise<readonly Outcome[]> =>
  new Promise((resolve, reject) => {
    const env = { ...credentials, ...endpoints, ...variables };
    const started = execFile(
      process.execPath,
      ["--input-type=module", "--eval", runtime, module, name],
      { env },
      (error, stdout) => (error === null ? resolve(JSON.parse(stdout)) : reject(error)),
    );
    started.stdin?.end(JSON.stringify(events));
  });
