import type { LayoutWords } from "../layout.js";

const nodePackages =
  "--prefix --registry --tag --otp --access -w --workspace --loglevel --cache --userconfig --scope -C --dir --filter -F --cwd --reporter";

/** Version control, packages, builds, interpreters. Keys are one or several program names. */
export const developmentLayouts: Readonly<Record<string, LayoutWords>> = {
  "git hub yadm": {
    depth: 1,
    groups:
      "remote stash submodule worktree bisect notes reflog config-env lfs bundle subtree sparse-checkout maintenance",
    valued:
      "-C -c --git-dir --work-tree --namespace --exec-path -m --message -F --file --author --date -b -B --branch -u --set-upstream-to " +
      "--depth --origin -o --push-option --strategy -s -X --strategy-option --onto --since --until --after --before --format --pretty " +
      "-n --max-count --grep -S -G -L --reference --trailer --cleanup --template -t --track --exec -x --upload-pack --receive-pack " +
      "--index-filter --tree-filter --msg-filter --env-filter --commit-filter --tag-name-filter --parent-filter --subdirectory-filter " +
      "--prune-empty-value --path --source --pathspec-from-file --diff-filter --user -i",
    bundles: true,
    operands: "branch",
  },
  "git-filter-repo bfg": { valued: "--path --replace-text --delete-files --strip-blobs-bigger-than --invert" },
  gh: {
    depth: 2,
    valued:
      "-R --repo -t --title -b --body -F --body-file -H --head -B --base -l --label -a --assignee -r --reviewer -m --milestone -L --limit " +
      "--json -q --jq -T --template -X --method -f --raw-field --field --hostname -S --search -s --state --workflow --ref --env -e --visibility -p --project --user -o --org --app -n --notes",
  },
  glab: {
    depth: 2,
    valued:
      "-R --repo -t --title -d --description -a --assignee -l --label -m --milestone -b --target-branch -s --source-branch -X --method -F --field -f --raw-field",
  },
  npm: {
    depth: 1,
    groups: "dist-tag access owner team token config cache profile hook org pkg audit",
    valued: nodePackages,
  },
  pnpm: { depth: 1, groups: "store config", valued: nodePackages },
  yarn: { depth: 1, groups: "npm config workspace", valued: nodePackages },
  bun: { depth: 1, groups: "pm", valued: nodePackages },
  "pip pip3": {
    depth: 1,
    groups: "config cache",
    valued:
      "-r --requirement -i --index-url --extra-index-url -c --constraint -t --target -e --editable --prefix --root -f --find-links --trusted-host --proxy --python",
  },
  uv: {
    depth: 1,
    groups: "pip tool python cache",
    valued:
      "-r --requirement -i --index-url --default-index --index --extra-index-url -p --python --with --project --directory --group --extra --token --publish-url",
  },
  pipx: { depth: 1, valued: "--spec --python --index-url --pip-args" },
  poetry: {
    depth: 1,
    groups: "config env source self cache",
    valued: "-C --directory -P --project -r --repository -u --username -p --password --group -G",
  },
  twine: { depth: 1, valued: "-r --repository --repository-url -u --username -p --password --config-file" },
  conda: { depth: 1, groups: "env", valued: "-n --name -c --channel -p --prefix -f --file" },
  cargo: {
    depth: 1,
    valued:
      "-p --package --manifest-path --target --target-dir --features -F --registry --index --token --bin --example --test --profile -j --jobs --git --branch --tag --rev --path --version --color -Z --config",
  },
  rustup: { depth: 2, valued: "--toolchain" },
  go: {
    depth: 1,
    groups: "mod work tool",
    valued:
      "-C -run -bench -count -timeout -o -tags -ldflags -gcflags -p -mod -coverprofile -modfile -cpu -exec -parallel",
  },
  gem: { depth: 1, valued: "-v --version -s --source -i --install-dir -k --key --host --otp" },
  bundle: { depth: 1, groups: "config", valued: "--path --gemfile --jobs --without --with" },
  composer: { depth: 1, groups: "global", valued: "-d --working-dir" },
  "mvn mvnw": { valued: "-f --file -P -pl -s --settings -T" },
  "gradle gradlew": { valued: "-p --project-dir -b --build-file -P -x --tests --init-script -I" },
  "dotnet nuget": {
    depth: 1,
    groups: "nuget tool ef",
    valued: "-c --configuration -o --output -f --framework -r --runtime -s --source -k --api-key --project",
  },
  brew: { depth: 1, groups: "services bundle", valued: "--prefix --appdir" },
  "apt apt-get aptitude dpkg": { depth: 1, valued: "-o -c -t --option --target-release", bundles: true },
  "dnf yum zypper apk": {
    depth: 1,
    valued: "--root --installroot --enablerepo --disablerepo -c --config -p --root -X --repository",
    bundles: true,
  },
  rpm: { bundles: true, valued: "--root --dbpath" },
  pacman: { bundles: true, valued: "-r --root -b --dbpath --config" },
  "snap flatpak": { depth: 1, valued: "--channel --revision" },
  "make gmake": { valued: "-C --directory -f --file -j --jobs -I -o -W", operands: "text" },
  "just task mise": { depth: 1, valued: "-f --justfile -d --working-directory -C --cd" },
  "python python2 python3": { valued: "-c -m -W -X", operands: "path" },
  node: { valued: "-e --eval -p --print -r --require --import --loader --env-file -C --conditions", operands: "path" },
  deno: { depth: 1, valued: "--config -c --import-map --lock --location --seed" },
  "tsx ts-node": { valued: "-e --eval -r --require --tsconfig -p --project", operands: "path" },
  perl: { valued: "-e -E -I -M -F", bundles: true, operands: "path" },
  ruby: { valued: "-e -I -r -C", bundles: true, operands: "path" },
  php: { valued: "-r -f -d -c -S -t", operands: "path" },
  "bash sh zsh dash ksh fish": { valued: "-o -O -c --rcfile --init-file", bundles: true, operands: "path" },
  "java javac": { valued: "-cp -classpath --class-path -jar -m --module -d" },
  "docker podman nerdctl": {
    depth: 1,
    groups:
      "system volume image container network compose builder buildx context manifest plugin secret service stack swarm node config pod machine trust",
    valued:
      "-c --context -H --host -l --label --log-level --config -e --env --env-file -u --user -w --workdir --detach-keys -v --volume -p --publish --name " +
      "--network --net -m --memory --mount --entrypoint -h --hostname --link --cpus --device --add-host --cap-add --cap-drop --security-opt --platform --pull " +
      "--restart --log-driver --log-opt --ulimit --tmpfs --gpus --ipc --pid --shm-size --dns --expose --cidfile --runtime --userns --uts --volumes-from " +
      "--stop-signal --stop-timeout --filter --format -n --tail --since --until -t --tag --target --build-arg --secret --ssh --cache-from --cache-to " +
      "-o --output --profile --project-name --project-directory --scale --file --username --password --timeout --time",
    bundles: true,
  },
  "docker-compose podman-compose": {
    depth: 1,
    valued:
      "-f --file -p --project-name --env-file --profile --project-directory -t --timeout -e -u -w -v --scale --tail -n",
    bundles: true,
  },
  "claude codex gemini cursor-agent aider goose opencode copilot amp": {
    valued:
      "-p --model -m --permission-mode --output-format --approval-mode --sandbox -s -a --ask-for-approval --allowedTools --allowed-tools --mcp-config --resume -r -c --config --message",
    operands: "text",
  },
  "vim vi nvim nano emacs code cursor": { valued: "-c -S -u --cmd", operands: "path" },
  jq: {
    valued: "--arg --argjson --slurpfile --rawfile -f --from-file --indent",
    bundles: true,
    operands: "path",
    leading: 1,
  },
  yq: { valued: "-p -o --input-format --output-format -I", operands: "path", leading: 1 },
};
