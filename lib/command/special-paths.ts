/**
 * Paths with a meaning of their own, wherever they stand. Each list is one expression, so that a path costs four
 * looks; all are anchored at whole names and free of nested repeats.
 */

const credentialName =
  /(^|\/)(id_(rsa|dsa|ecdsa|ed25519)(_\w+)?|\.netrc|_netrc|\.npmrc|\.pypirc|\.pgpass|\.my\.cnf|\.git-credentials|\.vault-token|\.htpasswd|\.s3cfg|\.boto|\.envrc|\.env(\.[\w-]+)?|credentials(\.json|\.db|\.ya?ml|\.csv|\.tfrc\.json)?|secrets?\.(json|ya?ml|env|txt)|service[-_]account[\w-]*\.json|accesstokens\.json|logins\.json|key4\.db|login data|cookies|shadow-?|gshadow-?|sudoers|master\.key|ntds\.dit|security\/sam)$/i;
const credentialEnding = /\.(pem|key|p12|pfx|jks|keystore|kdbx|keytab|ppk|asc|ovpn)$/i;
const credentialFolder =
  /(^|\/)(\.ssh|\.aws|\.gnupg|\.kube|\.azure|\.password-store|\.config\/gcloud|\.config\/gh|\.config\/rclone|\.config\/op|\.docker\/config\.json|keychains|\.terraform\.d|sudoers\.d|secrets\/kubernetes\.io|microsoft\/(credentials|protect|vault)|config\/(sam|security|system))(\/|$)/i;
const notSecret =
  /\.(pub|example|sample|template|dist|md)$|(^|\/)known_hosts(\.old)?$|\.ssh\/config$|(^|\/)\.env\.(example|sample|template|test|dist|defaults)$/i;
const environmentOfProcess = /^\/proc\/[^/]+\/(environ|mem|maps)$/;

/**
 * Files that hold secrets.
 *
 * @example
 * isCredential("~/.aws/credentials") // => true
 * isCredential(".env.example") // => false
 */
export const isCredential = (path: string): boolean =>
  (credentialName.test(path) ||
    credentialEnding.test(path) ||
    credentialFolder.test(path) ||
    environmentOfProcess.test(path)) &&
  !notSecret.test(path);

const startup =
  /(^|\/)(\.bashrc|\.bash_profile|\.bash_login|\.bash_logout|\.profile|\.zshrc|\.zshenv|\.zprofile|\.zlogin|\.kshrc|\.cshrc|\.tcshrc|\.xinitrc|\.xprofile|\.xsession|authorized_keys2?|config\.fish|\.pam_environment|\.login|rc\.local)$|(^|\/)(launchagents|launchdaemons|startupitems|\.config\/autostart|\.config\/systemd|init\.d|rc\d?\.d|profile\.d|cron\.(d|daily|hourly|weekly|monthly)|spool\/cron|spool\/at|systemd\/(system|user)|update-motd\.d|start menu\/programs\/startup|\.config\/fish\/conf\.d|xdg\/autostart)(\/|$)|^\/etc\/(crontab|anacrontab|profile|bash\.bashrc|bashrc|zshrc|zsh\/\w+|environment|inittab|ld\.so\.preload|ld\.so\.conf(\.d)?|rc\.common|modules)(\/|$)|^\/etc\/.{0,40}cron|powershell_profile\.ps1$|currentversion\/run(once)?(\/|$)/i;

/**
 * What runs at login, at boot or by schedule; `authorized_keys` lets somebody in again, and counts.
 *
 * @example
 * isStartup("~/.zshrc") // => true
 * isStartup("/etc/cron.d/backup") // => true
 * isStartup("src/cron.ts") // => false
 */
export const isStartup = (path: string): boolean => startup.test(path);

const agentConfig =
  /(^|\/)(\.claude|\.cursor|\.codex|\.gemini|\.windsurf|\.continue|\.opencode|\.config\/(opencode|goose|claude|github-copilot)|\.agents|\.kiro|\.amazonq|\.roo|\.cline|\.qwen|\.copilot)(\/|$)|(^|\/)(claude(\.local)?\.md|agents\.md|gemini\.md|skill\.md|\.claude\.json|\.?mcp\.json|\.cursorrules|\.windsurfrules|\.clinerules|\.goosehints|copilot-instructions\.md|\.aider\.conf\.ya?ml|claude_desktop_config\.json)$/i;

/**
 * Settings, skills and instructions of AI agents.
 *
 * @example
 * isAgentConfig(".claude/settings.json") // => true
 * isAgentConfig("docs/AGENTS.md") // => true
 */
export const isAgentConfig = (path: string): boolean => agentConfig.test(path);

const log =
  /^\/var\/log(\/|$)|^~?\/library\/logs(\/|$)|(^|\/)(\.(bash|zsh|sh|python|psql|mysql|node_repl|sqlite|rediscli|irb|lua|fish)_history|\.zsh_sessions|\.histfile|fish_history|\.history|\.lesshst|consolehost_history\.txt)(\/|$)|(^|\/)(wtmp|btmp|utmp|lastlog|faillog)$|winevt\/logs/i;

/**
 * Logs of the system and histories of shells; a project's own `app.log` is not one.
 *
 * @example
 * isLog("~/.bash_history") // => true
 * isLog("app.log") // => false
 */
export const isLog = (path: string): boolean => log.test(path);
