import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Secrets Manager as far as notify asks it: it gives out these values one after the other; null is a secret without any. */
export async function startStubSecrets(...values: readonly (string | null)[]) {
  let asked = 0;
  const server = createServer((request, response) => {
    const value = values[asked] ?? null;
    asked += 1;
    request.resume();
    response.writeHead(value === null ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(value === null ? { __type: "ResourceNotFoundException" } : { SecretString: value }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
