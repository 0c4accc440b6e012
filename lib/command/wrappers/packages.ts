import { type Wrapper, wrapper } from "./wrapper.js";

const packageRunner = wrapper({
  valued: "-p --package -w --workspace --from --with --python --index-url",
  textOptions: "-c --call",
  packages: true,
});

const justRuns = wrapper({ verbs: ["run", "exec"] });

/** What runs a program of a package, of a project's environment, or with a vault's secrets in its own. */
export const packageWrappers: readonly (readonly [names: string, Wrapper])[] = [
  ["npx bunx uvx pnpx", packageRunner],
  [
    "npm",
    wrapper({
      valued: "-p --package -w --workspace --prefix",
      verbs: ["exec", "x"],
      textOptions: "-c --call",
      packages: true,
    }),
  ],
  ["pnpm", wrapper({ valued: "-C --dir --filter -F --package", verbs: ["dlx", "exec"], packages: true })],
  ["yarn", wrapper({ valued: "-p --package --cwd", verbs: ["dlx", "exec"], packages: true })],
  ["bun", wrapper({ verbs: ["x"], packages: true })],
  ["pipx", wrapper({ valued: "--spec --python", verbs: ["run"], packages: true })],
  [
    "uv",
    wrapper({
      valued: "--with --python -p --project --directory --extra --group --env-file --from --package",
      verbs: ["run", "tool run"],
    }),
  ],
  ["poetry", wrapper({ valued: "-C --directory -P --project", verbs: ["run"] })],
  ["pipenv hatch pdm rye pixi devbox", justRuns],
  ["conda mamba micromamba", wrapper({ valued: "-n --name -p --prefix --cwd", verbs: ["run"] })],
  ["bundle asdf rbenv pyenv nodenv", wrapper({ verbs: ["exec"] })],
  ["mise", wrapper({ valued: "-C --cd", verbs: ["exec", "x"], dashes: true })],
  ["nix-shell", wrapper({ textOptions: "--run --command", textOnly: true, keeps: true })],
  [
    "nix",
    wrapper({ verbs: ["develop", "shell"], textOptions: "-c --command", textOnly: true, textTail: true, keeps: true }),
  ],
  ["nodemon", wrapper({ textOptions: "-x --exec", textOnly: true, keeps: true })],
  ["cargo", wrapper({ verbs: ["watch"], textOptions: "-s --shell", textOnly: true, keeps: true })],
  ["direnv", wrapper({ verbs: ["exec"], skip: 1 })],
  ["dotenv dotenvx", wrapper({ valued: "-e -f", dashes: true })],
  [
    "doppler infisical",
    wrapper({
      valued: "-p --project -c --config -t --token --env --path",
      verbs: ["run"],
      dashes: true,
      textOptions: "--command",
    }),
  ],
  ["op teller", wrapper({ valued: "--env-file --account", verbs: ["run"], dashes: true })],
  ["sops", wrapper({ verbs: ["exec-env"], skip: 1, rest: "script", keeps: true })],
  ["aws-vault", wrapper({ valued: "-d --duration --region", verbs: ["exec"], skip: 1, keeps: true })],
  ["chamber", wrapper({ verbs: ["exec"], dashes: true })],
];
