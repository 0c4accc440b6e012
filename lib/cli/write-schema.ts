import { writeFileSync } from "node:fs";
import { configSchema, configSchemaFile } from "./config-schema.js";

/** `npm run schema`: writes the published schema anew, after a change of `lib/config.ts`. */
writeFileSync(configSchemaFile, configSchema());
