/** What a secret looks like wherever it stands, and the name its place in the text gets. */
export interface SecretShape {
  readonly kind: string;
  /** Global; where it has the groups `before` and `secret`, only the latter is taken out. Linear: every run is bounded. */
  readonly pattern: RegExp;
}

const token = (kind: string, body: string): SecretShape => ({
  kind,
  pattern: new RegExp(`(?<![A-Za-z0-9_-])${body}`, "g"),
});

const within = (kind: string, before: string, secret: string): SecretShape => ({
  kind,
  pattern: new RegExp(`(?<before>${before})(?<secret>${secret})`, "gi"),
});

/** Prefixes are the issuers' own: they chose them so that scanners can find a lost token. */
export const secretShapes: readonly SecretShape[] = [
  {
    kind: "private-key",
    pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}-----|$)/g,
  },
  token("private-key", "AGE-SECRET-KEY-1[A-Z0-9]{20,}"),
  token("aws-access-key", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])"),
  token("anthropic-key", "sk-ant-[A-Za-z0-9_-]{8,}"),
  token("stripe-key", "(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,}"),
  token("stripe-key", "whsec_[A-Za-z0-9+/=]{16,}"),
  token("openai-key", "sk-(?=[A-Za-z0-9_-]*\\d)[A-Za-z0-9_-]{16,}"),
  token("github-token", "gh[pousr]_[A-Za-z0-9_]{16,}"),
  token("github-token", "github_pat_[A-Za-z0-9_]{16,}"),
  token("gitlab-token", "gl(?:pat|dt|rt|ptt|soat|cbt|agent|oas)-[A-Za-z0-9_.-]{16,}"),
  token("slack-token", "(?:xox[a-z]|xapp)-[A-Za-z0-9-]{8,}"),
  token("npm-token", "npm_[A-Za-z0-9]{20,}"),
  token("pypi-token", "pypi-[A-Za-z0-9_-]{20,}"),
  token("jwt", "eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*){1,3}"),
  token("google-key", "AIza[A-Za-z0-9_-]{30,}"),
  token("google-key", "(?:ya29\\.|GOCSPX-)[A-Za-z0-9_.-]{16,}"),
  token("huggingface-token", "hf_[A-Za-z0-9]{20,}"),
  token("docker-token", "dckr_[a-z]{2,4}_[A-Za-z0-9_-]{16,}"),
  token("vault-token", "hv[sbr]\\.[A-Za-z0-9_.-]{16,}"),
  token("sendgrid-key", "SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"),
  token("digitalocean-token", "do[opr]_v1_[A-Za-z0-9]{20,}"),
  token("shopify-token", "shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{20,}"),
  token("databricks-token", "dapi[a-f0-9]{32}"),
  token("linear-key", "lin_(?:api|oauth)_[A-Za-z0-9]{20,}"),
  token("atlassian-token", "ATATT3[A-Za-z0-9_=-]{20,}"),
  token("telegram-token", "\\d{8,10}:AA[A-Za-z0-9_-]{30,}"),
  token("groq-key", "gsk_[A-Za-z0-9]{30,}"),
  token("xai-key", "xai-[A-Za-z0-9]{30,}"),
  token("perplexity-key", "pplx-[A-Za-z0-9]{30,}"),
  token("replicate-token", "r8_[A-Za-z0-9]{30,}"),
  token("rubygems-key", "rubygems_[a-f0-9]{32,}"),
  token("crates-token", "cio[A-Za-z0-9]{32}(?![A-Za-z0-9])"),
  token("terraform-token", "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{40,}"),
  token("pulumi-token", "pul-[a-f0-9]{40}"),
  token("mailgun-key", "key-[a-f0-9]{32}"),
  token("twilio-key", "SK[a-f0-9]{32}(?![A-Za-z0-9])"),
  token("square-token", "sq0[a-z]{3}-[A-Za-z0-9_-]{20,}"),
  token("notion-token", "(?:ntn|secret)_[A-Za-z0-9]{40,}"),
  token("figma-token", "fig[dor]_[A-Za-z0-9_-]{30,}"),
  token("airtable-token", "pat[A-Za-z0-9]{14}\\.[a-f0-9]{60,}"),
  token("postman-key", "PMAK-[a-f0-9]{24}-[a-f0-9]{34}"),
  token("sentry-token", "sntry[su]_[A-Za-z0-9_=+/-]{30,}"),
  token("grafana-token", "gl(?:sa|c)_[A-Za-z0-9_=-]{30,}"),
  token("new-relic-key", "NR(?:AK|AA|II)-[A-Za-z0-9-]{20,}"),
  token("planetscale-token", "pscale_[a-z]{2,5}_[A-Za-z0-9_.-]{30,}"),
  token("supabase-token", "sbp_[a-f0-9]{40}"),
  token("doppler-token", "dp\\.[a-z]{2,5}\\.[A-Za-z0-9._-]{30,}"),
  token("fly-token", "fm[12][a-z]?_[A-Za-z0-9+/=_-]{30,}"),
  token("circleci-token", "CCI(?:PAT|PRJ)_[A-Za-z0-9_]{30,}"),
  token("buildkite-token", "bk(?:ua|at|ct)_[a-f0-9]{32,}"),
  token("tailscale-key", "tskey-[a-z]{2,12}-[A-Za-z0-9-]{16,}"),
  token("1password-token", "ops_eyJ[A-Za-z0-9_=-]{40,}"),
  token("age-plugin-key", "AGE-PLUGIN-[A-Z0-9-]{20,}"),
  token("discord-token", "[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40}"),
  within("private-key", "\\b(?:private|preshared)key\\s{0,4}=\\s{0,4}", "[A-Za-z0-9+/]{42,44}={0,2}"),
  within(
    "password",
    "\\b(?:echo|printf)\\s{1,4}(?:-[neE]{1,3}\\s{1,4})?[\"']?(?:[\\w.-]{1,64}:)?",
    "[^|\"'\\s:]{1,256}(?=[\"']?\\s{0,4}\\|\\s{0,4}(?:sudo\\s{1,4}(?:-\\w{1,16}\\s{1,4}){0,4}-\\w{0,8}S|(?:sudo\\s{1,4})?(?:chpasswd|passwd\\s{1,4}--stdin)|\\S{1,64}\\s{1,4}(?:login\\s[^|]{0,64})?--password-stdin))",
  ),
  within("teams-webhook", "webhook\\.office\\.com/", "[A-Za-z0-9_/@-]+"),
  within("slack-webhook", "hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/", "[A-Za-z0-9_/-]+"),
  within("discord-webhook", "discord(?:app)?\\.com/api/webhooks/", "[A-Za-z0-9_/-]+"),
  within("url-password", "://[^\\s/:@\"'<>]{0,256}:", "[^\\s/\"'<>]{1,1024}(?=@)"),
  within("url-password", "\\bhttps?://", "[^\\s/:@\"'<>\\[\\]$]{20,1024}(?=@)"),
  within(
    "authorization",
    "\\bauthorization[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?(?:(?:basic|bearer|token|digest|negotiate|apikey)\\s{1,4})?",
    "[^\\s\"',;]+",
  ),
  within("authorization", "\\bbearer\\s{1,4}", "[A-Za-z0-9_.~+/=-]{12,}"),
  within("cookie", "\\b(?:set-)?cookie:\\s{0,4}", "[^\\s\"'][^\"'\\r\\n]{0,4096}"),
];

/**
 * Whether any shape may be in a text: all of them at once, in one pass, as most commands hold none. It may say yes too
 * often (it ignores case), never no.
 */
export const anySecretShape = new RegExp(
  secretShapes.map(({ pattern }) => pattern.source.replace(/\(\?<(?:before|secret)>/g, "(?:")).join("|"),
  "i",
);

const secretName =
  /(?:passwords?|passwd|passphrase|secrets?|tokens?|(?:^|[_.-])(?:pass|pwd|pw|psk)|[a-z](?:Pass|Pwd)|api[_.-]?keys?|access[_.-]?key|secret[_.-]?key|private[_.-]?key|account[_.-]?key|shared[_.-]?key|auth[_.-]?key|master[_.-]?key|signing[_.-]?key|encryption[_.-]?key|secret[_.-]?string|credentials?|signature|(?:^|[_.-])(?:sig|auth|bearer))(?:[_.-]?\d{1,3})?$/i;

// `max_tokens=500`, `--ignore-tokens`: counted, not kept. `PWD` is the working folder.
const innocentName =
  /^(?:(?:max|min|num|n|total|count|prompt|completion|input|output)[_.-]?(?:[a-z]+[_.-])?tokens?|(?:OLD)?PWD)$/i;

/**
 * Whether a variable, field, header or option of this name holds a secret.
 *
 * @example
 * namesSecret("AWS_SECRET_ACCESS_KEY") // => true
 * namesSecret("dbPassword") // => true
 * namesSecret("--client-secret") // => true
 * namesSecret("PWD") // => false
 * namesSecret("TOKEN_URL") // => false
 */
export const namesSecret = (name: string): boolean =>
  name.length <= 128 && secretName.test(name) && !innocentName.test(name.replace(/^-+/, ""));

/** An option of one program that takes a secret, where its name alone does not say so. */
export interface SecretOption {
  readonly programs: readonly string[];
  /** A word that must stand between the program and the option: `login`. */
  readonly verb?: string;
  readonly options: readonly string[];
  /** Whether the value is the next word, stands in the same word, or either. */
  readonly place: "next" | "attached" | "either";
  /** How many other words stand between the option and the secret: the account's name. */
  readonly skip?: number;
  /** What separates a name, which stays, from the secret: `ada:secret`. */
  readonly after?: string;
}

export const secretOptions: readonly SecretOption[] = [
  {
    programs: [
      "mysql",
      "mysqldump",
      "mysqladmin",
      "mysqlimport",
      "mysqlshow",
      "mysqlsh",
      "mariadb",
      "mariadb-dump",
      "mariadb-admin",
    ],
    options: ["-p"],
    place: "attached",
  },
  { programs: ["sshpass"], options: ["-p"], place: "either" },
  {
    programs: ["docker", "podman", "nerdctl", "buildah", "skopeo", "helm", "crane", "oras", "az", "oc", "argocd", "cf"],
    verb: "login",
    options: ["-p"],
    place: "next",
  },
  { programs: ["curl"], options: ["-u", "--user", "-U", "--proxy-user"], place: "either", after: ":" },
  { programs: ["http", "https", "xh"], options: ["-a", "--auth"], place: "either", after: ":" },
  {
    programs: ["skopeo", "buildah", "podman"],
    options: ["--creds", "--src-creds", "--dest-creds"],
    place: "either",
    after: ":",
  },
  { programs: ["redis-cli", "valkey-cli"], options: ["-a"], place: "next" },
  {
    programs: ["mongo", "mongosh", "mongodump", "mongorestore", "mongoexport", "mongoimport"],
    options: ["-p"],
    place: "either",
  },
  { programs: ["sqlcmd", "bcp"], options: ["-P"], place: "either" },
  { programs: ["ldapsearch", "ldapmodify", "ldapadd", "ldapdelete", "ldappasswd"], options: ["-w"], place: "either" },
  { programs: ["smbclient", "rpcclient", "smbmap", "net"], options: ["-U", "--user"], place: "either", after: "%" },
  { programs: ["zip", "unzip"], options: ["-P"], place: "either" },
  { programs: ["7z", "7za", "7zz", "7zr", "rar", "unrar"], options: ["-p"], place: "attached" },
  { programs: ["openssl"], options: ["-k", "-K"], place: "next" },
  { programs: ["openssl"], options: ["-passin", "-passout", "-pass"], place: "next", after: ":" },
  {
    programs: ["psexec", "psexec64", "winrs", "evil-winrm", "crackmapexec", "netexec", "nxc", "hydra"],
    options: ["-p"],
    place: "next",
  },
  { programs: ["xfreerdp", "xfreerdp3", "wfreerdp"], options: ["/p:"], place: "attached" },
  { programs: ["curl"], options: ["-b", "--cookie"], place: "either", after: "=" },
  { programs: ["useradd", "usermod"], options: ["-p", "--password"], place: "next" },
  { programs: ["vault"], options: ["login"], place: "next" },
  { programs: ["net"], options: ["user"], place: "next", skip: 1 },
  {
    programs: ["htpasswd"],
    options: ["-b", "-cb", "-bc", "-bB", "-Bb", "-nb", "-nbB", "-cbB", "-bcB"],
    place: "next",
    skip: 2,
  },
  { programs: ["cmdkey"], options: ["/pass:"], place: "attached" },
];

/** Whether any name of a secret, or any program with an option for one, may be in a text; as generous as `anySecretShape`. */
export const anySecretName = new RegExp(
  `pass|pwd|pw|psk|secret|token|key|cred|sig|auth|bearer|\\b(?:${[
    ...new Set(secretOptions.flatMap(({ programs, verb }) => (verb === undefined ? programs : [verb]))),
  ].join("|")})(?![\\w-])`,
  "i",
);
