/** Lists of program names that several families share; a list here keeps two entries from drifting apart. */

export const shells = ["sh", "bash", "zsh", "dash", "ksh", "fish", "ash", "csh", "tcsh"] as const;

/** Programs that take code in their own words; `$*` stands for one whose name is computed. */
export const interpreters = [
  "$*",
  "python*",
  "perl",
  "ruby",
  "node",
  "nodejs",
  "php*",
  "lua*",
  "deno",
  "bun",
  "osascript",
] as const;

export const downloaders = ["curl", "wget", "fetch", "aria2c", "http", "https"] as const;

export const readers = [
  ...[
    "cat",
    "less",
    "more",
    "head",
    "tail",
    "bat",
    "tac",
    "nl",
    "strings",
    "xxd",
    "od",
    "hexdump",
    "base64",
    "cp",
    "mv",
  ],
  ...[
    "grep",
    "egrep",
    "rg",
    "awk",
    "gawk",
    "sed",
    "cut",
    "sort",
    "tar",
    "zip",
    "gzip",
    "scp",
    "rsync",
    "openssl",
    "dd",
    "jq",
  ],
  ...["ditto", "install", "ln", "vim", "vi", "nano", "emacs", "view", "diff", "tee", "source", ".", "7z", "gpg"],
  ...["type", "get-content", "gc", "select-string", "sls", "findstr", "copy", "copy-item", "cpi", "xcopy", "robocopy"],
] as const;

export const editors = ["vim", "vi", "nvim", "nano", "emacs", "ee", "ed", "pico", "micro", "code"] as const;

export const senders = [
  "curl",
  "wget",
  "nc",
  "ncat",
  "netcat",
  "socat",
  "telnet",
  "ssh",
  "http",
  "https",
  "openssl",
] as const;

export const databaseClients = [
  ...[
    "psql",
    "mysql",
    "mariadb",
    "sqlite3",
    "sqlcmd",
    "clickhouse-client",
    "clickhouse",
    "cockroach",
    "duckdb",
    "snowsql",
  ],
  ...[
    "bq",
    "trino",
    "presto",
    "cqlsh",
    "sqlplus",
    "usql",
    "pgcli",
    "mycli",
    "athena",
    "turso",
    "wrangler",
    "snow",
    "invoke-sqlcmd",
  ],
] as const;
