import type { Weighted } from "./choose.js";
import type { Rules } from "./grammar.js";

/** One or more command lines that are run one after the other, as templates of a grammar. */
export type Routine = string | readonly string[];

/** What somebody does for a living: own words, what her hands type, what her agents run. */
export interface Role {
  readonly rules: Rules;
  readonly hands: readonly Weighted<Routine>[];
  readonly agents: readonly Weighted<Routine>[];
}

/** What everybody types, whatever the job. */
export const everydayHands: readonly Weighted<Routine>[] = [
  [30, "git status"],
  [14, ["git add {file}", "git commit -m '{message}'"]],
  [10, "git diff"],
  [6, "git diff {file}"],
  [8, "git log --oneline -n {few}"],
  [8, "git pull --rebase"],
  [7, "git push"],
  [6, "git switch {branch}"],
  [5, ["git switch -c {branch}", "git push -u origin {branch}"]],
  [4, "git stash"],
  [4, "git stash pop"],
  [4, "git fetch --prune"],
  [3, ["git rebase origin/main", "git push --force-with-lease origin {branch}"]],
  [3, "git show {commit}"],
  [2, "git branch -D {branch}"],
  [2, "git checkout -- {file}"],
  [26, "ls"],
  [12, "ls -la {folder}"],
  [12, "cat {file}"],
  [10, "less {file}"],
  [14, "vim {file}"],
  [6, "code ."],
  [8, "grep -rn {symbol} {folder}"],
  [6, "rg {symbol}"],
  [4, "find . -name '{noun}.{extension}'"],
  [4, "mkdir -p {folder}"],
  [4, "mv {file} {file}"],
  [4, "cp {file} {file}"],
  [3, "rm {file}"],
  [3, "wc -l {file}"],
  [3, "man {tool}"],
  [2, "curl -s http://localhost:8080/health"],
  [2, "gh pr create --fill"],
  [3, "gh pr view {number}"],
  [3, "gh pr checkout {number}"],
  [2, "gh run watch"],
  [3, "docker ps"],
  [10, "cd {folder}"],
  [5, "ps aux | grep {service}"],
  [4, "git log --oneline | head -{few}"],
  [4, "history | grep {noun}"],
  [3, "cat {file} | jq ."],
  [2, "echo {noun} >> notes.md"],
];

/** What every coding agent runs all day: it looks far more than it changes. */
export const everydayAgents: readonly Weighted<Routine>[] = [
  [40, "sed -n '{lines}' {file}"],
  [34, "rg -n '{symbol}' {folder}"],
  [26, "cat {file}"],
  [22, "ls -la {folder}"],
  [20, "git status --short"],
  [20, "git diff --stat"],
  [14, "git diff {file}"],
  [12, "git log --oneline -n {few}"],
  [12, "grep -rn '{symbol}' {folder}"],
  [10, "find {folder} -name '*.{extension}' | head -{few}"],
  [10, "head -n {few} {file}"],
  [8, "rg --files {folder} | head -{few}"],
  [8, "wc -l {file}"],
  [8, ["git add {file}", "git commit -m '{kind}: {message}'"]],
  [6, "git add -A && git commit -m '{kind}: {message}'"],
  [5, "git show {commit} --stat"],
  [4, "git checkout -b {branch}"],
  [4, "git push -u origin {branch}"],
  [3, "mkdir -p {folder}"],
  [3, "mv {file} {file}"],
  [3, "rm {file}"],
  [3, "gh pr view {number} --json title,body,files"],
  [2, "gh pr create --title '{message}' --body 'Adds {noun} to {noun}.'"],
  [3, "tree -L 2 {folder}"],
  [3, "cat {file} | jq '.{noun}'"],
  [3, "sleep {digit}"],
  [3, "which {tool}"],
  [2, "date"],
  [2, "pwd"],
];
