import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servePage } from "../../lib/adapters/local/page-server.js";
import { inWords } from "../../lib/domain/finding.js";
import { alertPage } from "../../lib/render/alert-page.js";
import { type SlackMessage, slackMessage } from "../../lib/render/slack.js";
import { hostileTexts, incidentOf, terraform } from "../render/incidents.js";
import { installed, noBrowser, startBrowser } from "./browser.js";

const harmless = slackMessage(incidentOf(terraform));
/** Alerts in which every text that telemetry decides is hostile. */
const hostile = hostileTexts.map((text) => slackMessage(incidentOf(hostileFinding(text))));

function hostileFinding(text: string): typeof terraform {
  const evidence = [{ detector: text, bits: 17, ...inWords(text) }];
  const attribution = { confidence: 0.9, evidence: [text] };
  const names = { identity: text, agent: text, session: text, host: text };
  const event = { id: text, format: "plain" } as const;
  return { ...terraform, ...names, command: text, evidence, attribution, event, usual: [text] };
}

let messages: readonly SlackMessage[] = [];
let served: Awaited<ReturnType<typeof servePage>>;
beforeAll(async () => {
  served = await servePage(() => messages);
});
afterAll(() => {
  process.emit("SIGINT"); // what Ctrl-C sends
  return served.closed;
});

describe("the local page", () => {
  it("has at each request the alerts so far", async () => {
    const fetched = async () => (await fetch(served.url)).text();
    messages = [];
    expect(await fetched()).toBe(alertPage([]));
    messages = [harmless];
    expect(await fetched()).toBe(alertPage([harmless]));
  });
});

function describeIn(executablePath: string): void {
  describe("the local page in a browser", () => {
    let browser: Browser;
    let page: Page;
    /** What a page that loads nothing and runs nothing never does. */
    const signs: string[] = [];
    beforeAll(async () => {
      browser = await startBrowser(executablePath);
      page = await browser.newPage();
      page.on("request", (request) => {
        if (request.url() !== served.url) signs.push(`asked for ${request.url().slice(0, 80)}`);
      });
      page.on("console", (message) => signs.push(`wrote ${message.text()}`));
      page.on("pageerror", (error) => signs.push(`failed with ${error.message}`));
      page.on("dialog", (dialog) => {
        signs.push(`asked ${dialog.message()}`);
        return dialog.dismiss();
      });
    }, 60_000);
    afterAll(() => browser?.close());

    const open = async (...shown: readonly SlackMessage[]) => {
      messages = shown;
      await page.goto(served.url, { waitUntil: "load" });
    };
    const textOf = (selector: string) => page.locator(selector).allInnerTexts();

    it("shows alerts as somebody would read them", async () => {
      await open(harmless);
      expect(await page.title()).toBe("Baseliner: 1 alert");
      expect(await textOf("article h2")).toEqual([
        "cursor as margaret ran a command that deletes every resource that the state knows",
      ]);
      expect(await textOf("article pre")).toEqual(["terraform destroy -auto-approve"]);
      const [alert = ""] = await textOf("article");
      for (const said of ["Who  cursor as margaret", "What is usual for cursor as margaret", ...terraform.usual])
        expect(alert.replaceAll("\u00a0", " ")).toContain(said);
      expect(await page.locator("article pre").isVisible()).toBe(true);
    });

    it("says so when there are none", async () => {
      await open();
      expect(await textOf("main")).toEqual([expect.stringContaining("Nothing out of character yet.")]);
    });

    it("shows hostile text as text, in the same elements as any other", async () => {
      const namesOf = (selector: string) =>
        page.locator(selector).evaluateAll((all) => [...new Set(all.map(({ tagName }) => tagName))].sort());
      await open(harmless);
      const known = await namesOf("main *");
      await open(...hostile);
      expect(await page.locator("article").count()).toBe(hostileTexts.length);
      expect(await namesOf("main *")).toEqual(known);
      expect(await textOf("article pre")).toContainEqual(
        "<img src=x onerror=alert(1)></style></pre><script>alert(1)</script>",
      );
    });

    it("fits onto a telephone, however long a word is", async () => {
      await page.setViewportSize({ width: 375, height: 700 });
      await open(...hostile);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(375);
    });

    it("has loaded nothing and run nothing in all of this", () => expect(signs).toEqual([]));
  });
}

if (installed === undefined) console.warn(`the local page in a browser: ${noBrowser}`);
else describeIn(installed);
