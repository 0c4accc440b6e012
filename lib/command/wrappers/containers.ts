import { type Wrapper, wrapper } from "./wrapper.js";

const kubectlValued =
  "-n --namespace --context --kubeconfig --cluster --user --as --as-group -s --server --token --request-timeout " +
  "-c --container -f --filename --pod-running-timeout --image --env --overrides --labels -l --port --restart --target";

const containerValued =
  "-c --context -H --host -l --label --log-level --config -e --env --env-file -u --user -w --workdir --detach-keys " +
  "-v --volume -p --publish --name --network --net -m --memory --mount --entrypoint -h --hostname --link --cpus " +
  "--device --add-host --cap-add --cap-drop --security-opt --platform --pull --restart --log-driver --log-opt " +
  "--ulimit --tmpfs --gpus --ipc --pid --shm-size --dns --expose -a --attach --cidfile --runtime --userns --uts " +
  "--volumes-from --stop-signal --stop-timeout --group-add --annotation --cgroupns --cgroup-parent --cpuset-cpus " +
  "-f --file --project-name --profile --project-directory --index --pod --secret --arch --os";

/** What runs a program in a container or a virtual machine. */
export const containerWrappers: readonly (readonly [names: string, Wrapper])[] = [
  [
    "kubectl oc k",
    wrapper({ valued: kubectlValued, verbs: ["exec", "run", "debug", "rsh"], skip: 1, keeps: true, permutes: true }),
  ],
  [
    "docker podman nerdctl",
    wrapper({
      valued: containerValued,
      verbs: ["exec", "run", "container exec", "container run", "compose exec", "compose run"],
      skip: 1,
      keeps: true,
    }),
  ],
  ["docker-compose podman-compose", wrapper({ valued: containerValued, verbs: ["exec", "run"], skip: 1, keeps: true })],
  ["crictl", wrapper({ valued: "-r --runtime-endpoint --timeout", verbs: ["exec"], skip: 1, keeps: true })],
  [
    "ctr",
    wrapper({
      valued: "-n --namespace -a --address --exec-id --cwd --user --fifo-dir",
      verbs: ["task exec", "tasks exec", "t exec"],
      skip: 1,
      keeps: true,
    }),
  ],
  ["lxc incus", wrapper({ valued: "--env --cwd --user", verbs: ["exec"], skip: 1, keeps: true })],
  ["lxc-attach", wrapper({ valued: "-n --name", dashes: true, keeps: true })],
  ["machinectl", wrapper({ valued: "--uid -E --setenv", verbs: ["shell"], skip: 1, keeps: true })],
  ["systemd-nspawn", wrapper({ valued: "-D --directory -M --machine -i --image -u --user", keeps: true })],
  [
    "apptainer singularity",
    wrapper({ valued: "-B --bind -H --home --pwd --env", verbs: ["exec"], skip: 1, keeps: true }),
  ],
  ["toolbox", wrapper({ valued: "-c --container", verbs: ["run"], keeps: true })],
  ["distrobox", wrapper({ valued: "-n --name", verbs: ["enter"], dashes: true, keeps: true })],
  ["buildah", wrapper({ valued: "-v --volume --user -e --env", verbs: ["run"], skip: 1, keeps: true })],
  ["minikube colima", wrapper({ valued: "-p --profile -n --node", verbs: ["ssh"], rest: "script", keeps: true })],
  ["limactl", wrapper({ valued: "--workdir", verbs: ["shell"], skip: 1, keeps: true })],
  ["orb", wrapper({ valued: "-m --machine -u --user -w", keeps: true })],
  ["multipass", wrapper({ valued: "-d --working-directory", verbs: ["exec"], skip: 1, keeps: true })],
  ["vagrant", wrapper({ verbs: ["ssh"], textOptions: "-c --command", dashes: true, keeps: true })],
  [
    "wsl",
    wrapper({
      valued: "-d --distribution -u --user --cd --shell-type",
      startsShell: true,
      unless:
        "-l --list --install --shutdown -t --terminate --unregister --export --import --import-in-place -s --set-default " +
        "--set-version --set-default-version --update --status --mount --unmount --version --manage",
    }),
  ],
  ["adb", wrapper({ valued: "-s -t -H -P", verbs: ["shell"], rest: "script", keeps: true })],
];
