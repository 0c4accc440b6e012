import { entries } from "../impact/catalogue/index.js";
import { cataloguePage } from "../render/catalogue-page.js";

/** Where the catalogue is published for people. */
export const catalogueFile = "docs/catalogue.md";

/** The page for the built-in entries. */
export const builtInPage = (): string => cataloguePage(entries);
