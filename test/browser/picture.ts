import { inflate } from "../../lib/adapters/inflate.js";
import { incidentsOf } from "../../lib/domain/incident.js";
import { demonstrate } from "../../lib/flows/demonstrate.js";
import { alertPage } from "../../lib/render/alert-page.js";
import { slackMessage } from "../../lib/render/slack.js";
import { installed, noBrowser, startBrowser } from "./browser.js";

/** Which alert of the invented company's day is pictured: the one whose first command does this. */
const pictured = "infrastructure.terraform-destroy";
const file = "docs/alert.png";

const width = 860;
/** How much of the page is seen above and below the alert. */
const margin = 16;

/** `npm run picture`: the README's picture, of an alert as the project finds and renders it. */
async function picture(executablePath: string): Promise<void> {
  const { findings } = (await demonstrate(1, inflate)).judgement;
  const incident = incidentsOf(findings).find(({ findings: [{ impact }] }) => impact?.id === pictured);
  if (incident === undefined) throw new Error(`picture requires an incident with ${pictured}, got none`);

  const browser = await startBrowser(executablePath);
  const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme: "light" });
  await page.setContent(alertPage([slackMessage(incident)]));
  const alert = await page.locator("article").boundingBox();
  if (alert === null) throw new Error("picture requires the page to show the alert, got none");
  const clip = { x: 0, y: alert.y - margin, width, height: alert.height + 2 * margin };
  await page.screenshot({ path: file, fullPage: true, clip });
  await browser.close();
}

if (installed === undefined) throw new Error(noBrowser);
await picture(installed);
