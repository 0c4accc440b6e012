import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** How the stub treats one request. */
export type Mood = "well" | "broken" | "busy" | "silent" | "cut off" | "gone" | "puzzled";

/** A webhook on this machine that is in a mood for each request, one after the other, and then well for ever. */
export interface StubSlack {
  /** As secret as a true one. */
  readonly url: string;
  /** What has arrived, as it was sent. */
  readonly messages: readonly string[];
  /** How many requests there were, arrived or not. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

/** Seconds to come back in, when the stub is busy. */
export const busyFor = 7;

const answers: Readonly<Record<Mood, (response: ServerResponse) => void>> = {
  well: (response) => void response.end("ok"),
  broken: (response) => void response.writeHead(503).end("<html>try later</html>"),
  busy: (response) => void response.writeHead(429, { "retry-after": String(busyFor) }).end("rate_limited"),
  silent: () => {},
  "cut off": (response) => void response.destroy(),
  gone: (response) => void response.writeHead(404).end("no_service"),
  puzzled: (response) => void response.writeHead(400).end("invalid_blocks"),
};

export async function startStubSlack(...moods: readonly Mood[]): Promise<StubSlack> {
  const messages: string[] = [];
  let asked = 0;
  const server = createServer(async (request, response) => {
    const mood = moods[asked] ?? "well";
    asked += 1;
    const message = await text(request).catch(() => "");
    if (mood === "well") messages.push(message);
    answers[mood](response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/services/${"T0".repeat(4)}/not-to-be-shown`,
    messages,
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
