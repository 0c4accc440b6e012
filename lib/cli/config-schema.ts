import { toJsonSchema } from "@valibot/to-json-schema";
import { schema } from "../config.js";

/** Where the schema is published: name it as `$schema` in `baseliner.config.json`, and an editor helps to write that. */
export const configSchemaFile = "docs/baseliner.config.schema.json";

/** The configuration's schema for editors and other tools, made of the one that the program itself checks with. */
export const configSchema = (): string => {
  const { $schema, ...rest } = toJsonSchema(schema, { typeMode: "input", ignoreActions: ["raw_check"] });
  const title = "baseliner.config.json";
  const description = "How Baseliner judges and what is deployed: one file for replay, the local run and deployment.";
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`;
};
