import { NodeHttp2Handler, NodeHttpHandler } from "@smithy/node-http-handler";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createKinesisClient } from "../../lib/adapters/kinesis.js";

const handler = () => createKinesisClient().config.requestHandler;

describe("a client of Kinesis", () => {
  afterEach(() => void vi.unstubAllEnvs());

  it("speaks HTTP/2 where the environment names no endpoint", () => {
    vi.stubEnv("AWS_ENDPOINT_URL_KINESIS", "");
    vi.stubEnv("AWS_ENDPOINT_URL", "");
    expect(handler()).toBeInstanceOf(NodeHttp2Handler);
  });

  it.each(["AWS_ENDPOINT_URL_KINESIS", "AWS_ENDPOINT_URL"])("speaks HTTP/1.1 to the endpoint of %s", (name) => {
    vi.stubEnv(name, "http://127.0.0.1:4567");
    expect(handler()).toBeInstanceOf(NodeHttpHandler);
  });
});
