import { type Wrapper, wrapper } from "./wrapper.js";

const farShell = { skip: 1, rest: "script", keeps: true } as const;

/** What runs a program on other machines, and programs that take shell text in an option. */
export const remoteWrappers: readonly (readonly [names: string, Wrapper])[] = [
  [
    "ssh autossh",
    wrapper({
      ...farShell,
      valued: "-B -b -c -D -E -e -F -I -i -J -L -l -m -M -O -o -p -P -Q -R -S -W -w",
      permutes: true,
      startsShell: true,
    }),
  ],
  ["sshpass", wrapper({ valued: "-p -f -d -P" })],
  ["mosh", wrapper({ ...farShell, valued: "-p --port" })],
  ["rsh remsh", wrapper({ ...farShell, valued: "-l" })],
  ["plink", wrapper({ ...farShell, valued: "-P -l -pw -i -hostkey", startsShell: true })],
  ["pdsh clush", wrapper({ valued: "-w -x -g -l -f -t -u -b", rest: "script", keeps: true })],
  ["pssh parallel-ssh", wrapper({ valued: "-h -H -l -p -t -o -e -O", rest: "script", keeps: true })],
  ["dsh", wrapper({ valued: "-m -g -f", rest: "script", keeps: true })],
  ["tar gtar", wrapper({ textOptions: "--to-command --checkpoint-action", textOnly: true, keeps: true })],
  ["rsync", wrapper({ textOptions: "-e --rsh --rsync-path", textOnly: true, keeps: true })],
  ["man", wrapper({ textOptions: "-P --pager", textOnly: true, keeps: true })],
  ["zip", wrapper({ textOptions: "-TT --unzip-command", textOnly: true, keeps: true })],
  ["ansible", wrapper({ textOptions: "-a --args", textOnly: true, keeps: true })],
  ["az", wrapper({ textOptions: "--scripts", textOnly: true, keeps: true })],
  ["gcloud", wrapper({ verbs: ["compute ssh"], textOptions: "--command", dashes: true, keeps: true })],
  [
    "heroku railway",
    wrapper({
      valued: "-a --app -r --remote -e --env -s --size --service --environment",
      verbs: ["run"],
      rest: "script",
      keeps: true,
    }),
  ],
  ["fly flyctl", wrapper({ verbs: ["ssh console"], textOptions: "-C --command", dashes: true, keeps: true })],
];
