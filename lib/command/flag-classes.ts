import type { Reading } from "../domain/reading.js";

/** All that flags can count as, in the order of the alphabet. */
export const flagClasses = [
  "all",
  "delete",
  "dry-run",
  "force",
  "hard",
  "other",
  "privileged",
  "recursive",
  "unattended",
] as const;

export type FlagClass = (typeof flagClasses)[number];

/** Long options mean the same everywhere; those of the last list say how much is told, and count as nothing. */
const longFlags: ReadonlyMap<string, FlagClass | undefined> = new Map([
  ...classify(
    "force",
    "--force --force-with-lease --no-preserve-root --no-verify --overwrite --ignore-errors --force-rm --skip-confirmation --now -force /f",
  ),
  ...classify("recursive", "--recursive -recurse --tree /s"),
  ...classify("all", "--all --all-namespaces --mirror --all-targets --all-branches"),
  ...classify(
    "unattended",
    "--yes --assume-yes --auto-approve -auto-approve --non-interactive --no-input --noconfirm --no-confirm --assumeyes --no-interaction " +
      "--approve --batch --unattended --dangerously-skip-permissions --yolo --full-auto --dangerously-bypass-approvals-and-sandbox " +
      "--allow-all-tools --trust-all-tools --skip-preview --confirm /y /q -input",
  ),
  ...classify(
    "dry-run",
    "--dry-run --dryrun --whatif -whatif --what-if --plan --preview --simulate --no-act --just-print --noop",
  ),
  ...classify(
    "delete",
    "--delete -delete --prune --purge --remove --delete-after --delete-before --delete-excluded --volumes",
  ),
  ...classify("hard", "--hard"),
  ...classify("privileged", "--privileged --become"),
  ...classify(
    undefined,
    "--quiet --verbose --output --json --yaml --format --color --no-color --no-pager --help --version --silent --progress --no-progress --oneline --stat " +
      "-v -V -q -h -o -vv -vvv --porcelain --short --name-only --pretty --graph --log-level --debug --human-readable",
  ),
]);

/** Short options mean what their program makes of them. */
const ownFlags: readonly (readonly [programs: string, flags: string, FlagClass])[] = [
  [
    "rm cp mv ln rmdir unlink shred mkfs git docker podman npm umount fsck userdel zfs zpool mkfs.ext4 mkfs.xfs truncate",
    "-f",
    "force",
  ],
  ["rm cp chmod chown chgrp scp grep egrep ls diff zip setfacl git docker gsutil chattr zfs", "-r -R", "recursive"],
  ["git docker podman kubectl oc tar", "-a -A", "all"],
  ["git", "-d -D", "delete"],
  ["crontab userdel", "-r", "delete"],
  ["iptables ip6tables ipfw", "-F -X -D --flush", "delete"],
  ["apt apt-get dnf yum zypper pip pip3 conda npm npx gh choco snap pkg aptitude", "-y", "unattended"],
  ["gcloud", "--quiet -q", "unattended"],
  ["make rsync git", "-n", "dry-run"],
  ["ansible ansible-playbook", "--check -C", "dry-run"],
];

const shortFlags: ReadonlyMap<string, FlagClass> = new Map(
  ownFlags.flatMap(([programs, flags, one]) =>
    programs.split(" ").flatMap((program) => flags.split(" ").map((flag) => [`${program} ${flag}`, one] as const)),
  ),
);

function classify(one: FlagClass | undefined, names: string): readonly (readonly [string, FlagClass | undefined])[] {
  return names.split(" ").map((name) => [name, one] as const);
}

const rootWrappers: ReadonlySet<string> = new Set(["sudo", "doas", "su", "runuser", "pkexec", "gosu", "su-exec"]);

/**
 * What the options of a command amount to; options that only change what is shown are left out.
 *
 * @example
 * flagClassesOf({ program: "git", verb: ["reset"], operands: [], flags: new Set(["--hard"]), values: new Map(), targets: new Set(), writes: new Set() }, []) // => ["hard"]
 */
export function flagClassesOf(reading: Reading, wrappers: readonly string[]): readonly FlagClass[] {
  const found = new Set<FlagClass>();
  for (const flag of reading.flags) {
    const one = classOf(reading, flag);
    if (one !== undefined) found.add(one);
  }
  if (wrappers.some((wrapper) => rootWrappers.has(wrapper)) || rootWrappers.has(reading.program))
    found.add("privileged");
  return [...found].sort();
}

function classOf(reading: Reading, flag: string): FlagClass | undefined {
  const own = shortFlags.get(`${reading.program} ${flag}`);
  if (own !== undefined && !reading.values.has(flag)) return own;
  return longFlags.has(flag) ? longFlags.get(flag) : "other";
}
