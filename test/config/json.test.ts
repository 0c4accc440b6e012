import { describe, expect, it } from "vitest";
import { parseConfig } from "../../lib/config-json.js";

describe("a configuration that is not JSON is told where, and what to try", () => {
  it.each([
    ["a comma too many in an object", '{\n  "policy": {},\n}', "line 3, column 1", "take out the comma"],
    ["a comma too many in a list", '{ "agents": [1, ] }', "line 1, column 17", "take out the comma"],
    ["two commas", '{ "agents": [1,, 2] }', "line 1, column 16", "take out the comma"],
    ["a comma forgotten", '{\r\n  "policy": {}\r\n  "routes": {} }', "line 3, column 3", "put a comma"],
    ["a comment", '{\n  // ours\n  "policy": {} }', "line 2, column 3", "JSON has none"],
    ["a comment of YAML", '{ "policy": {} # ours\n}', "line 1, column 16", "JSON has none"],
    ["single quotes", "{ 'policy': {} }", "line 1, column 3", 'write "'],
    ["a name without quotes", "{ policy: {} }", "line 1, column 3", "double quotes"],
    ["a text without quotes", '{ "policy": on }', "line 1, column 13", "double quotes"],
    ["a quote that nobody closed", '{\n  "policy: {},\n  "routes": {} }', "line 2, column 15", "close the quote"],
    ["the end missing", '{\n  "policy": {', "line 2, column 14", "ends too early"],
    ["nothing", "", "line 1, column 1", "ends too early"],
    ["YAML", "policy:\n  findAtP: 0.1\n", "line 1, column 1", "double quotes"],
    ["something behind the end", "{}\n}", "line 2, column 1", "JSON editor"],
    ["with a byte order mark", "\ufeff{ policy }", "line 1, column 3", "double quotes"],
  ])("%s", (_, text, where, hint) =>
    expect(parseConfig(text)).toEqual({ ok: false, where, hint: expect.stringContaining(hint) }),
  );
});

describe("a configuration that is JSON is read", () => {
  it.each([
    ["with a byte order mark", '\ufeff{ "policy": {} }', { policy: {} }],
    ["with a name twice, of which the last counts", '{ "policy": 1, "policy": 2 }', { policy: 2 }],
  ])("%s", (_, text, value) => expect(parseConfig(text)).toEqual({ ok: true, value }));
});
