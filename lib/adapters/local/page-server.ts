import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { alertPage } from "../../render/alert-page.js";
import type { SlackMessage } from "../../render/slack.js";

/** A page on this machine with the alerts so far; `closed` resolves after Ctrl-C. */
export async function servePage(
  messages: () => readonly SlackMessage[],
): Promise<{ readonly url: string; readonly closed: Promise<void> }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(alertPage(messages()));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const closed = new Promise<void>((resolve) => {
    process.once("SIGINT", () => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, closed };
}
