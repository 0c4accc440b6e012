import { describe, expect, it } from "vitest";
import { unknownBeyond } from "../../../lib/domain/event.js";
import { normalise } from "../../../lib/telemetry/normalise.js";
import { readsAnything } from "../anything.js";
import { haveSamples, outcomesOf } from "../samples.js";

const read = (record: Record<string, unknown>): unknown => {
  const event = normalise(record, "auto", { contentId: () => "content", arrived: null });
  return event.ok ? event.value : event.reason;
};

const query = "command=sh&command=-c&command=rm+-rf+%2Fdata+%26%26+echo+%22a%3Db%22&container=web&stdout=true";
const exec = {
  kind: "Event",
  apiVersion: "audit.k8s.io/v1",
  auditID: "audit-1",
  stage: "ResponseComplete",
  requestURI: `/api/v1/namespaces/shop/pods/web-1/exec?${query}`,
  verb: "create",
  user: { username: "ada@corp.example", groups: ["system:authenticated"] },
  userAgent: "kubectl/v1.34.0 (linux/amd64)",
  objectRef: { resource: "pods", namespace: "shop", name: "web-1", subresource: "exec" },
  responseStatus: { code: 101 },
  requestReceivedTimestamp: "2026-03-01T09:30:00.123456Z",
  stageTimestamp: "2026-03-01T09:30:02.123456Z",
};

describe("an exec into a pod", () => {
  it("is the exact argv of its request", () =>
    expect(read(exec)).toEqual({
      ...unknownBeyond,
      id: "audit-1",
      format: "k8s-audit",
      time: "2026-03-01T09:30:00.123456Z",
      at: Date.UTC(2026, 2, 1, 9, 30, 0, 123),
      host: "web-1",
      account: { name: "ada@corp.example", uid: null },
      command: { kind: "argv", argv: ["sh", "-c", 'rm -rf /data && echo "a=b"'] },
      tookMs: 2_000,
    }));

  it("has one id and one time in all its stages", () =>
    expect(
      read({
        ...exec,
        stage: "RequestReceived",
        responseStatus: undefined,
        stageTimestamp: exec.requestReceivedTimestamp,
      }),
    ).toMatchObject({ id: "audit-1", time: exec.requestReceivedTimestamp, tookMs: 0 }));

  it("over a WebSocket is one too", () => expect(read({ ...exec, verb: "get" })).toEqual(read(exec)));

  it("is read without its kind, which some shippers drop", () =>
    expect(read({ ...exec, kind: undefined, apiVersion: undefined })).toEqual(read(exec)));

  it.each([["arn:aws:sts::111122223333:assumed-role/dev/ada"], ["system:serviceaccount:shop:deployer"], ["oidc:ada"]])(
    "belongs to %s, as the cluster spells it",
    (username) => expect(read({ ...exec, user: { username } })).toMatchObject({ account: { name: username } }),
  );

  it("through a proxy belongs to the person behind it", () => {
    const proxy = { username: "system:serviceaccount:sso:proxy" };
    const grace = { username: "grace@corp.example" };
    expect(read({ ...exec, user: proxy, impersonatedUser: grace })).toMatchObject({
      account: { name: grace.username },
    });
    expect(read({ ...exec, impersonatedUser: { username: "admin" } })).toMatchObject({
      account: { name: "ada@corp.example" },
    });
  });

  it("keeps what is no valid percent-encoding", () =>
    expect(read({ ...exec, requestURI: "/exec?command=%zz&command=%ff" })).toMatchObject({
      command: { argv: ["%zz", "\uFFFD"] },
    }));

  it.each([
    ["a list of pods", { verb: "list", objectRef: { resource: "pods" } }],
    ["an attach", { objectRef: { resource: "pods", subresource: "attach" } }],
    ["a forbidden request", { responseStatus: { code: 403 } }],
    ["about nothing", { objectRef: null }],
  ])("started nothing when it is %s", (_, other) => expect(read({ ...exec, ...other })).toBe("not-a-process-start"));

  it.each([
    [{ requestURI: "/api/v1/namespaces/shop/pods/web-1/exec" }, "no-command"],
    [{ requestURI: "/exec?command=" }, "no-command"],
    [{ requestURI: 7 }, "no-command"],
    [{ user: null }, "no-user"],
    [{ requestReceivedTimestamp: "now" }, "bad-time"],
    [{ requestReceivedTimestamp: null, stageTimestamp: null }, "no-time"],
  ])("with %j is refused: %s", (wrong, reason) => expect(read({ ...exec, ...wrong })).toBe(reason));

  it("may hold anything", () =>
    readsAnything(
      "k8s-audit",
      [...Object.keys(exec), "username", "subresource", "name", "code", "impersonatedUser"],
      ["exec", "create", "/exec?command=ls", 403],
    ));
});

if (haveSamples)
  describe("records of a real cluster", () => {
    it("are execs, or no starts", () =>
      expect(outcomesOf("k8s-audit/sekoia_k8s-audit.jsonl")).toEqual(["k8s-audit", "not-a-process-start"]));
  });
