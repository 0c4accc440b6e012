import { anyOf, between, digits, hex, popular } from "../choose.js";
import type { Random } from "../random.js";

/** What a program starts in turn: another program by its words, or a shell with a line. */
export type Child = { readonly words: readonly string[] } | { readonly line: string };

type Breed = (rest: readonly string[], draw: Random) => readonly Child[];

const words = (line: string): Child => ({ words: line.split(" ") });
const shell = (line: string): Child => ({ line });

const parts = "cart order price session report search profile coupon ledger offer".split(" ");

const packageScripts = [
  "vitest run",
  "eslint src --max-warnings 0",
  "tsc -p tsconfig.json && vite build",
  "webpack --mode production",
  "node scripts/build.js",
  "prettier --check src",
];

const makeLines = [
  "go build -o bin/app ./cmd/app",
  "golangci-lint run ./...",
  "docker build -t app:dev .",
  "mkdir -p bin && go vet ./...",
];

const goTool = (draw: Random): Child =>
  words(
    `/usr/local/go/pkg/tool/linux_amd64/compile -o /tmp/go-build${digits(draw, 6)}/b001/_pkg_.a -p ${anyOf(draw, parts)}`,
  );

const breeds: Readonly<Record<string, Breed>> = {
  npm: ([verb], draw) =>
    verb === "run" || verb === "test" || verb === "ci" || verb === "install"
      ? [shell(popular(draw, packageScripts))]
      : [],
  vite: () => [words("node_modules/@esbuild/linux-x64/bin/esbuild --service=0.25.2 --ping")],
  webpack: (_, draw) => [words(`node node_modules/terser-webpack-plugin/worker.js ${between(draw, 1, 8)}`)],
  vitest: (_, draw) => [words(`node node_modules/vitest/dist/worker.js ${anyOf(draw, parts)}`)],
  make: (_, draw) => [shell(popular(draw, makeLines))],
  go: ([verb], draw) => {
    if (verb === "test")
      return [
        goTool(draw),
        words(`/tmp/go-build${digits(draw, 6)}/b001/${anyOf(draw, parts)}.test -test.timeout=10m0s`),
      ];
    return verb === "build" || verb === "run" || verb === "vet" ? [goTool(draw)] : [];
  },
  git: ([verb], draw) => {
    if (verb === "commit") return draw() < 0.5 ? [{ words: [".git/hooks/pre-commit"] }] : [];
    if (verb === "fetch" || verb === "push" || verb === "pull")
      return [words(`/usr/lib/git-core/git-remote-https origin https://git.corp.example/${anyOf(draw, parts)}.git`)];
    return [];
  },
  terraform: ([verb], draw) =>
    verb === "plan" || verb === "apply" || verb === "validate"
      ? [
          words(
            `.terraform/providers/registry.terraform.io/hashicorp/aws/5.${between(draw, 10, 90)}.0/linux_amd64/terraform-provider-aws_v5`,
          ),
        ]
      : [],
  docker: ([verb, ...rest]) =>
    verb === "compose" ? [{ words: ["/usr/libexec/docker/cli-plugins/docker-compose", "compose", ...rest] }] : [],
  "./gradlew": ([task = "build"]) => [
    words(`java -Xmx64m -classpath gradle/wrapper/gradle-wrapper.jar org.gradle.wrapper.GradleWrapperMain ${task}`),
  ],
  pytest: (_, draw) => (draw() < 0.5 ? [words("git rev-parse --show-toplevel")] : []),
  "apt-get": ([verb, ...rest]) =>
    verb === "install"
      ? [
          { words: ["/usr/bin/dpkg", "--unpack", "--auto-deconfigure", ...rest.slice(-1)] },
          words("dpkg --configure -a"),
        ]
      : [],
};

/** What a program starts by itself; most start nothing. */
export const childrenOf = ([program = "", ...rest]: readonly string[], draw: Random): readonly Child[] =>
  breeds[program]?.(rest, draw) ?? [];

/** One step further down in a build that goes deep: a script, a shell, a tool. */
export const deeper = (draw: Random): Child => {
  const part = anyOf(draw, parts);
  const step = hex(draw, 3);
  return anyOf<Child>(draw, [
    words(`node scripts/${part}-${step}.js --watch=false`),
    words(`python3 tools/generate_${part}.py --step ${step}`),
    shell(`./scripts/${part}.sh ${step}`),
    shell(`cd packages/${part} && node build.js ${step}`),
    words(`make -C packages/${part} step-${step}`),
    words(`bash scripts/${part}.sh ${step}`),
  ]);
};
