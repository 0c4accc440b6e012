import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine; undefined where there is none in the usual places. */
export const installed: string | undefined = places.find((place) => existsSync(place));

/** Starts it without a window. Ctrl-C is left to whoever serves the page. */
export const startBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, handleSIGINT: false });

/** What to say where there is none. */
export const noBrowser = `left out: there is no browser at ${places.join(" or ")}`;
