import { compileCatalogue } from "../compile.js";
import type { CatalogueEntry } from "../entry.js";
import { agents } from "./agents.js";
import { cloud } from "./cloud.js";
import { collection } from "./collection.js";
import { containers } from "./containers.js";
import { credentials } from "./credentials.js";
import { databases } from "./databases.js";
import { execution } from "./execution.js";
import { exfiltration } from "./exfiltration.js";
import { files } from "./files.js";
import { git } from "./git.js";
import { infrastructure } from "./infrastructure.js";
import { kubernetes } from "./kubernetes.js";
import { persistence } from "./persistence.js";
import { platforms } from "./platforms.js";
import { powershell } from "./powershell.js";
import { publishing } from "./publishing.js";
import { reconnaissance } from "./reconnaissance.js";
import { system } from "./system.js";
import { tampering } from "./tampering.js";
import { windows } from "./windows.js";
import { windowsPrograms } from "./windows-programs.js";

/** Everything that is known of what commands can do, one file per family. */
export const entries: readonly CatalogueEntry[] = [
  ...infrastructure,
  ...kubernetes,
  ...git,
  ...files,
  ...databases,
  ...containers,
  ...cloud,
  ...platforms,
  ...system,
  ...persistence,
  ...credentials,
  ...reconnaissance,
  ...collection,
  ...exfiltration,
  ...execution,
  ...publishing,
  ...agents,
  ...tampering,
  ...windows,
  ...windowsPrograms,
  ...powershell,
];

/** Ids that were used once; an id never comes back with another meaning. */
export const retired: readonly string[] = [];

/** The catalogue, ready for use. */
export const defaultCatalogue = compileCatalogue(entries);
