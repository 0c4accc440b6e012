// Put together at run time, so that no scanner takes a fixture for a lost secret.
const of = (unit: string, length: number): string => unit.repeat(length).slice(0, length);
const a = (length: number): string => of("a1B2c3D4", length);
const upper = (length: number): string => of("A1B2C3D4", length);
const hex = (length: number): string => of("a1b2c3d4", length);

/** Tokens that are known by their shape, wherever they stand. */
export const tokens: readonly (readonly [kind: string, secret: string])[] = [
  ["AWS access key", `AKIA${upper(16)}`],
  ["AWS session key", `ASIA${upper(16)}`],
  ["Anthropic", `sk-ant-${a(24)}`],
  ["OpenAI", `sk-proj-${a(32)}`],
  ["Groq", `gsk_${a(40)}`],
  ["xAI", `xai-${a(40)}`],
  ["Perplexity", `pplx-${a(40)}`],
  ["Replicate", `r8_${a(37)}`],
  ["Hugging Face", `hf_${a(30)}`],
  ["Stripe", `sk_live_${a(24)}`],
  ["Stripe webhook", `whsec_${a(24)}`],
  ["GitHub classic", `ghp_${a(36)}`],
  ["GitHub app", `ghs_${a(36)}`],
  ["GitHub fine-grained", `github_pat_${a(40)}`],
  ["GitLab", `glpat-${a(20)}`],
  ["Slack bot", `xoxb-${a(24)}`],
  ["Slack app", `xapp-${a(24)}`],
  ["npm", `npm_${a(36)}`],
  ["PyPI", `pypi-${a(40)}`],
  ["RubyGems", `rubygems_${hex(48)}`],
  ["crates.io", `cio${a(32)}`],
  ["Docker Hub", `dckr_pat_${a(24)}`],
  ["JSON web token", `eyJ${a(20)}.eyJ${a(20)}.${a(20)}`],
  ["Google API", `AIza${a(35)}`],
  ["Google OAuth", `ya29.${a(35)}`],
  ["Vault", `hvs.${a(24)}`],
  ["Terraform Cloud", `${a(14)}.atlasv1.${a(60)}`],
  ["Pulumi", `pul-${hex(40)}`],
  ["SendGrid", `SG.${a(22)}.${a(43)}`],
  ["Mailgun", `key-${hex(32)}`],
  ["Twilio", `SK${hex(32)}`],
  ["DigitalOcean", `dop_v1_${hex(64)}`],
  ["Shopify", `shpat_${hex(32)}`],
  ["Square", `sq0atp-${a(22)}`],
  ["Databricks", `dapi${hex(32)}`],
  ["Linear", `lin_api_${a(40)}`],
  ["Notion", `ntn_${a(46)}`],
  ["Figma", `figd_${a(40)}`],
  ["Airtable", `pat${a(14)}.${hex(64)}`],
  ["Postman", `PMAK-${hex(24)}-${hex(34)}`],
  ["Sentry", `sntrys_${a(60)}`],
  ["Grafana", `glsa_${a(32)}_${hex(8)}`],
  ["New Relic", `NRAK-${upper(27)}`],
  ["PlanetScale", `pscale_tkn_${a(43)}`],
  ["Supabase", `sbp_${hex(40)}`],
  ["Doppler", `dp.pt.${a(43)}`],
  ["Fly.io", `fm2_${a(60)}`],
  ["CircleCI", `CCIPAT_${a(22)}_${hex(40)}`],
  ["Buildkite", `bkua_${hex(40)}`],
  ["Tailscale", `tskey-auth-${a(12)}-${a(30)}`],
  ["1Password", `ops_eyJ${a(60)}`],
  ["Atlassian", `ATATT3${a(40)}`],
  ["Telegram", `123456789:AA${a(33)}`],
  ["age", `AGE-SECRET-KEY-1${upper(58)}`],
];

const password = a(13);

/** Passwords that only their place tells, each in a command that takes it. */
export const places: readonly (readonly [kind: string, command: string])[] = [
  ["mysql", `mysql -uroot -p${password} shop`],
  ["sshpass", `sshpass -p ${password} ssh web-1`],
  ["curl user", `curl -u ada:${password} https://shop.example`],
  ["curl header", `curl -H "Authorization: Bearer ${a(30)}" https://shop.example`],
  ["basic header", `curl -H "Authorization: Basic ${a(28)}" https://shop.example`],
  ["key header", `curl -H "X-Api-Key: ${password}" https://shop.example`],
  ["cookie", `curl -H "Cookie: session=${password}" https://shop.example`],
  ["cookie option", `curl -b "session=${password}" https://shop.example`],
  ["URL", `git clone https://ada:${password}@git.example/shop.git`],
  ["connection string", `psql postgres://ada:${password}@db.example/shop`],
  ["query", `curl "https://shop.example/?api_key=${password}"`],
  ["AWS secret", `AWS_SECRET_ACCESS_KEY=${a(40)} aws s3 ls`],
  ["export", `export DB_PASSWORD=${password}`],
  ["PGPASSWORD", `PGPASSWORD=${password} psql shop`],
  ["docker login", `docker login -u ada -p ${password} registry.example`],
  ["redis-cli", `redis-cli -a ${password} ping`],
  ["long option", `deploy --password ${password}`],
  ["option with a sign", `deploy --client-secret=${password}`],
  ["npm settings", `npm config set //registry.example/:_authToken=${password}`],
  ["openssl", `openssl enc -aes256 -pass pass:${password} -in x`],
  ["Azure storage", `az x --connection-string "AccountName=x;AccountKey=${a(44)};EndpointSuffix=y"`],
  ["JSON", `curl -d '{"user":"ada","password":"${password}"}' https://shop.example`],
  ["kubectl", `kubectl create secret generic db --from-literal=password=${password}`],
  ["chpasswd", `echo "ada:${password}" | chpasswd`],
  ["sudo", `echo ${password} | sudo -S ls`],
  ["net user", `net user ada ${password} /add`],
  ["htpasswd", `htpasswd -b users ada ${password}`],
  ["useradd", `useradd -p ${password} ada`],
  ["smb", `smbclient //files/x -U ada%${password}`],
  ["Teams webhook", `curl https://shop.webhook.office.com/webhookb2/${a(60)}/IncomingWebhook/${hex(32)}/${a(36)}`],
  ["Slack webhook", `curl https://hooks.slack.com/services/T1/B1/${a(24)}`],
  ["vault login", `vault login ${password}`],
  ["gpg", `gpg --batch --passphrase ${password} -d x`],
  ["zip", `zip -P ${password} out.zip x`],
  ["7z", `7z a -p${password} out.7z x`],
  ["ldap", `ldapsearch -w ${password} -x`],
  ["WireGuard", `echo "PrivateKey = ${a(43)}=" > wg0.conf`],
];

/** The longest run of letters of a command that nobody but its owner may read. */
export const secretIn = (command: string): string =>
  command
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => /(?:a1B2|a1b2|A1B2)/.test(word))
    .sort((one, other) => other.length - one.length)[0] ?? "";

const encoded = (text: string): string => Buffer.from(text).toString("base64");
const inQuotes = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Where a token can stand in a command. */
export const positions: readonly (readonly [name: string, at: (secret: string) => string])[] = [
  ["bare", (secret) => `deploy ${secret}`],
  ["the value of an option", (secret) => `deploy --with ${secret}`],
  ["behind a sign", (secret) => `deploy --with=${secret}`],
  ["an assignment", (secret) => `X=${secret} deploy`],
  ["a header", (secret) => `curl -H "X-Thing: ${secret}" https://shop.example`],
  ["an address", (secret) => `curl "https://shop.example/x?y=${secret}&z=1"`],
  ["JSON", (secret) => `curl -d '{"x":"${secret}"}' https://shop.example`],
  ["double quotes", (secret) => `deploy "${secret}"`],
  ["code", (secret) => `python3 -c 'x = "${secret}"; print(x)'`],
];

/** How a whole command can be wrapped. */
export const wrappings: readonly (readonly [name: string, wrap: (command: string) => string])[] = [
  ["plain", (command) => command],
  ["in a shell", (command) => `bash -c ${inQuotes(command)}`],
  ["in shells", (command) => `sudo sh -c ${inQuotes(`bash -c ${inQuotes(command)}`)}`],
  ["in a heredoc", (command) => `bash <<'EOF'\n${command}\nEOF`],
  ["over ssh", (command) => `ssh web-1 ${inQuotes(command)}`],
  ["in base64", (command) => `echo ${encoded(command)} | base64 -d | sh`],
  ["in base64, as a word", (command) => `bash -c "$(echo ${encoded(command)} | base64 -d)"`],
];
