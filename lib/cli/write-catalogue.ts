import { writeFileSync } from "node:fs";
import { builtInPage, catalogueFile } from "./catalogue-page.js";

/** `npm run catalogue`: writes the page of the catalogue anew, after a change of an entry. */
writeFileSync(catalogueFile, builtInPage());
