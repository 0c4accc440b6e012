#!/bin/sh
# /usr/local/bin/baseliner-hook: what an agent's hook tells on standard input, as one line with what it does not tell:
# when, who and where. Vector or fluent-bit carries the file on. Codex, Gemini CLI, Cursor and Copilot can call it too.
#
# It needs no program but the shell's own, it never holds the agent up, and it never answers, so it decides nothing. Who
# can write this file can forge it: it says what the agent said, while a sensor of the system says what was run.
folder=${BASELINER_HOOKS:-/var/log/agent-hooks}
user=$(id -un) host=$(uname -n) time=$(date -u +%Y-%m-%dT%H:%M:%SZ)
# JSON has no line break inside a text, so all of them may go.
hook=$(tr -d '\r\n')
[ -n "$hook" ] && printf '{"time":"%s","user":"%s","host":"%s","hook":%s}\n' "$time" "$user" "$host" "$hook" \
  2>/dev/null >>"$folder/$user.ndjson"
exit 0
