import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understand } from "../../lib/command/understand.js";
import { redact, redactArgv } from "../../lib/telemetry/redact.js";
import { anySecretName, anySecretShape, secretOptions } from "../../lib/telemetry/secrets.js";
import { forAll } from "../for-all.js";

// Put together at run time, so that no scanner takes a fixture for a lost secret.
const a = (length: number): string => "a1B2".repeat(length).slice(0, length);
const upper = (length: number): string => "A1B2".repeat(length).slice(0, length);
const lower = (length: number): string => "a1b2".repeat(length).slice(0, length);
const tokens: readonly (readonly [kind: string, token: string])[] = [
  ["aws-access-key", `AKIA${upper(16)}`],
  ["aws-access-key", `ASIA${upper(16)}`],
  ["anthropic-key", `sk-ant-${a(24)}`],
  ["openai-key", `sk-${a(32)}`],
  ["openai-key", `sk-proj-${a(32)}`],
  ["stripe-key", `sk_live_${a(24)}`],
  ["stripe-key", `whsec_${a(24)}`],
  ["github-token", `ghp_${a(36)}`],
  ["github-token", `gho_${a(36)}`],
  ["github-token", `github_pat_${a(40)}`],
  ["gitlab-token", `glpat-${a(20)}`],
  ["slack-token", `xoxb-${a(24)}`],
  ["slack-token", `xapp-${a(24)}`],
  ["npm-token", `npm_${a(36)}`],
  ["pypi-token", `pypi-${a(40)}`],
  ["jwt", `eyJ${a(20)}.eyJ${a(20)}.${a(20)}`],
  ["google-key", `AIza${a(35)}`],
  ["google-key", `ya29.${a(35)}`],
  ["huggingface-token", `hf_${a(30)}`],
  ["docker-token", `dckr_pat_${a(24)}`],
  ["vault-token", `hvs.${a(24)}`],
  ["sendgrid-key", `SG.${a(22)}.${a(43)}`],
  ["digitalocean-token", `dop_v1_${lower(64)}`],
  ["shopify-token", `shpat_${lower(32)}`],
  ["databricks-token", `dapi${lower(32)}`],
  ["linear-key", `lin_api_${a(40)}`],
  ["atlassian-token", `ATATT3${a(40)}`],
  ["telegram-token", `123456789:AA${a(33)}`],
  ["private-key", `AGE-SECRET-KEY-1${upper(58)}`],
];
const keyBlock = (body: string): string => `${"-".repeat(5)}BEGIN RSA PRIVATE KEY-----${body}`;

describe("a token", () => {
  it.each(tokens)("is known by its shape: %s", (kind, token) => {
    expect(redact(`deploy ${token} now`)).toEqual({ text: `deploy [redacted:${kind}] now`, kinds: [kind] });
    expect(redactArgv(["deploy", `x=${token}`]).argv).toEqual(["deploy", `x=[redacted:${kind}]`]);
  });

  it("is found in a webhook's address", () =>
    expect(redact(`curl https://hooks.slack.com/services/T1/B1/${a(20)}`).text).toBe(
      "curl https://hooks.slack.com/services/[redacted:slack-webhook]",
    ));

  it("may be a block of many lines, even one that never ends", () => {
    expect(redact(`echo "${keyBlock("\nabc\n-----END RSA PRIVATE KEY-----")}" > k`).text).toBe(
      'echo "[redacted:private-key]" > k',
    );
    expect(redact(`echo ${keyBlock("\nabc")}`).text).toBe("echo [redacted:private-key]");
  });
});

describe("a password", () => {
  it.each([
    ["mysql -u root -phunter2 shop", "mysql -u root -p[redacted:password] shop"],
    ["sshpass -p hunter2 ssh web-1", "sshpass -p [redacted:password] ssh web-1"],
    ["sshpass -phunter2 ssh web-1", "sshpass -p[redacted:password] ssh web-1"],
    ["docker login -u ada -p hunter2 example.com", "docker login -u ada -p [redacted:password] example.com"],
    ["curl -u ada:hunter2 https://example.com", "curl -u ada:[redacted:password] https://example.com"],
    ["curl -uada:hunter2 example.com", "curl -uada:[redacted:password] example.com"],
    ["curl --user=ada:hunter2 example.com", "curl --user=ada:[redacted:password] example.com"],
    ["sudo /usr/bin/mysqldump -phunter2", "sudo /usr/bin/mysqldump -p[redacted:password]"],
    ["redis-cli -a hunter2 ping", "redis-cli -a [redacted:password] ping"],
    ["openssl enc -pass pass:hunter2", "openssl enc -pass pass:[redacted:password]"],
    ["tool --password hunter2", "tool --password [redacted:secret]"],
    ["tool --password=hunter2", "tool --password=[redacted:secret]"],
    ["tool --password 'hunter 2' x", "tool --password '[redacted:secret]' x"],
    ["tool --client-secret hunter2", "tool --client-secret [redacted:secret]"],
    ["DB_PASSWORD=hunter2 ./run", "DB_PASSWORD=[redacted:secret] ./run"],
    ["PGPASSWORD='hunter 2' psql", "PGPASSWORD='[redacted:secret]' psql"],
    ['export TOKEN="hunter"2', "export TOKEN=[redacted:secret]"],
    ["export AWS_SECRET_ACCESS_KEY=ab/c+d", "export AWS_SECRET_ACCESS_KEY=[redacted:secret]"],
    ["psql postgres://ada:hunter2@db.example.com/x", "psql postgres://ada:[redacted:url-password]@db.example.com/x"],
    ["psql postgres://ada:hun@ter2@db.example.com/x", "psql postgres://ada:[redacted:url-password]@db.example.com/x"],
    ["curl 'https://example.com/?token=hunter2&page=1'", "curl 'https://example.com/?token=[redacted:secret]&page=1'"],
    ["curl -H 'Authorization: Bearer hunter2'", "curl -H 'Authorization: Bearer [redacted:authorization]'"],
    ["curl -H 'Authorization: Basic YWRh'", "curl -H 'Authorization: Basic [redacted:authorization]'"],
    ["curl -H 'X-Api-Key: hunter2' example.com", "curl -H 'X-Api-Key: [redacted:secret]' example.com"],
    ["curl -H 'Cookie: id=1; sid=2' example.com", "curl -H 'Cookie: [redacted:cookie]' example.com"],
    [`curl -d '{"password":"hunter2","a":1}'`, `curl -d '{"password":"[redacted:secret]","a":1}'`],
    [`curl -d '{"password": "hunter2"}'`, `curl -d '{"password": "[redacted:secret]"}'`],
    [String.raw`curl -d "{\"password\":\"hunter2\"}"`, String.raw`curl -d "{\"password\":\"[redacted:secret]\"}"`],
    ["bash -c 'mysql -phunter2 && ls'", "bash -c 'mysql -p[redacted:password] && ls'"],
    ["ssh web-1 \"bash -c 'mysql -phunter2'\"", "ssh web-1 \"bash -c 'mysql -p[redacted:password]'\""],
    ["bash -c \"TOKEN='hunter2' run\"", "bash -c \"TOKEN='[redacted:secret]' run\""],
    ["bash -c \"run 'TOKEN=hunter2'\"", "bash -c \"run 'TOKEN=[redacted:secret]'\""],
    ["(TOKEN=hunter2 run)", "(TOKEN=[redacted:secret] run)"],
    ["run {password:hunter2}", "run {password:[redacted:secret]}"],
    ["run C:\\logs\\ --token hunter2", "run C:\\logs\\ --token [redacted:secret]"],
    ["echo don't --password hunter2 isn't", "echo don't --password [redacted:secret] isn't"],
    ["helm upgrade --set db.password=hunter2", "helm upgrade --set db.password=[redacted:secret]"],
    [
      "kubectl create secret generic x --from-literal=password=hunter2",
      "kubectl create secret generic x --from-literal=password=[redacted:secret]",
    ],
  ])("is taken out, and the rest stays: %s", (command, redacted) => {
    expect(redact(command).text).toBe(redacted);
    expect(redact(command).kinds).not.toEqual([]);
  });

  it.each([
    [
      ["mysql", "-phunter2"],
      ["mysql", "-p[redacted:password]"],
    ],
    [
      ["tool", "--password", "hunter 2"],
      ["tool", "--password", "[redacted:secret]"],
    ],
    [
      ["bash", "-c", "mysql -phunter2"],
      ["bash", "-c", "mysql -p[redacted:password]"],
    ],
    [
      ["curl", "-H", "X-Api-Key: hunter2"],
      ["curl", "-H", "X-Api-Key: [redacted:secret]"],
    ],
    [
      ["env", "TOKEN=hunter 2", "run"],
      ["env", "TOKEN=[redacted:secret]", "run"],
    ],
  ])("is taken out of arguments: %j", (argv, redacted) => expect(redactArgv(argv).argv).toEqual(redacted));
});

describe("what is no secret stays", () => {
  it.each([
    "mysql -p shop",
    "docker run -p 80:80 nginx",
    "mkdir -p build/secret",
    "echo $PASSWORD",
    "tool --password $PASSWORD --token=$" + "{TOKEN}",
    'tool --password "$PASSWORD"',
    "tool --token $(cat file) --token `cat file`",
    "PASSWORD= ./run --password ''",
    "PWD=/home/ada OLDPWD=/ make",
    "tool --max-tokens 500 --max_tokens=500",
    "docker login --password-stdin",
    "gh auth login --with-token < token.txt",
    "aws secretsmanager get-secret-value --secret-id prod/db",
    "cat ~/.aws/credentials",
    "grep 'password:' app.log",
    "cargo test token::tests::works",
    "docker run -v ./token:/run/token x",
    "git clone git@example.com:ada/shop.git",
    "curl https://example.com:8443/a@b",
    "cat sk-learn-notes-for-the-team.md",
    "git commit -m 'tokens are counted'",
    "tool --token true",
    "find / -name mysql -print",
    'echo "$' + '{password:$i:1}"',
    'curl "https://example.com/?access_token=$(jq -r .token file)"',
    `jq '{"tokens": {"input": 10}}'`,
    "aws secretsmanager get --secret-id arn:aws:secretsmanager:eu-west-1:1:secret:shop",
  ])("%s", (command) => {
    expect(redact(command)).toEqual({ text: command, kinds: [] });
  });
});

describe("a command without its secrets", () => {
  it.each([
    "deploy --password 'hunter 2' && rm -rf /srv",
    "bash -c \"TOKEN='hunter2' run; id\" | tee log",
    'run "access_token=$(jq -r .token file)" ; ls',
    "for i in 1 2; do curl -u ada:hunter2 example.com; done",
    'TOKEN="a"b$(id) run',
    "(PASSWORD=hunter2; run)",
  ])("is still the same commands: %s", (command) => {
    const programsIn = (text: string) => understand({ kind: "script", text }).commands.map(({ argv }) => argv[0]);
    expect(programsIn(redact(command).text)).toEqual(programsIn(command));
  });
});

describe("whatever the text", () => {
  const piece = fc.constantFrom(
    ...[
      "--password",
      "-p",
      "mysql",
      "curl",
      "-u",
      "docker",
      "login",
      "TOKEN=",
      "password:",
      "://",
      "@",
      ":",
      "=",
      "ada",
    ],
    ...[
      "'",
      '"',
      "\\",
      " ",
      "\n",
      "$",
      "{",
      "}",
      "[redacted:secret]",
      "[redacted:",
      "hunter2",
      "Authorization: ",
      "bearer ",
    ],
    ...["cookie: ", ";", "|", "&", "eyJ", ".", "https", ...tokens.map(([, token]) => token), keyBlock("")],
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join("")),
  );

  it("redacting twice changes nothing", () =>
    forAll([text], (any) => {
      const once = redact(any).text;
      expect(redact(once)).toEqual({ text: once, kinds: [] });
    }));

  it("redacting arguments twice changes nothing", () =>
    forAll([fc.array(text, { maxLength: 5 })], (argv) => {
      const once = redactArgv(argv).argv;
      expect(redactArgv(once)).toEqual({ argv: once, kinds: [] });
    }));

  it("a token between blanks is never left", () =>
    forAll([text, fc.constantFrom(...tokens), text], (before, [, token], after) => {
      expect(redact(`${before} ${token} ${after}`).text).not.toContain(` ${token} `);
    }));

  it.each([
    "://a:",
    "password",
    "a=",
    'token="',
    "eyJ",
    "sk-1",
    "--password ",
    `"\\`,
    "bearer ",
    "mysql -p",
    "cookie: ",
  ])("a megabyte of %j is redacted like a short text: a second time changes nothing", (part) => {
    const once = redact(part.repeat(Math.ceil(1_000_000 / part.length))).text;
    expect(redact(once)).toEqual({ text: once, kinds: [] });
  });
});

describe("the first quick look", () => {
  it("passes over no token", () => {
    for (const [, token] of tokens) expect(token).toMatch(anySecretShape);
  });
  it("passes over no program with an option for a password", () => {
    for (const { programs, verb } of secretOptions) {
      for (const program of programs) expect(`${program} ${verb ?? ""} -x`).toMatch(anySecretName);
    }
  });
});
