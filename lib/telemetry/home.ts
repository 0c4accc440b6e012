/** Where homes lie: Linux, macOS, Windows, and a Windows drive as WSL and Git's bash mount it. */
const homes = [
  /^(?:\/var)?\/home\/([^/]+)/,
  /^(?:\/System\/Volumes\/Data)?\/Users\/([^/]+)/,
  /^\/?[a-z]:[\\/]+Users[\\/]+([^\\/]+)/i,
  /^(?:\/mnt)?\/[a-z]\/Users\/([^/]+)/i,
];

/** Folders beside the homes that belong to nobody, and the one account that is not a person's. */
const nobodys: ReadonlySet<string> = new Set([
  ...["root", "shared", "public", "guest", "default", "default user", "all users", "linuxbrew", "lost+found"],
]);

/** No system allows a longer login name. */
const longestName = 64;

const ownerOf = (path: unknown): string | null => {
  if (typeof path !== "string") return null;
  for (const home of homes) {
    const name = home.exec(path)?.[1];
    if (name === undefined) continue;
    const isSomebody = name.length <= longestName && !name.startsWith(".") && !nobodys.has(name.toLowerCase());
    return isSomebody ? name : null;
  }
  return null;
};

/**
 * Whose home folder the first of these paths lies in that lies in one: all that an agent's own records tell of the
 * person. A folder can be chosen freely, so the file that the agent itself writes comes before where it works.
 *
 * @example
 * homeOwner(["/tmp", "/home/ada/work"]) // => "ada"
 * homeOwner(["C:\\Users\\grace\\src"]) // => "grace"
 * homeOwner(["/Users/Shared/build"]) // => null
 */
export const homeOwner = (paths: readonly unknown[]): string | null => {
  for (const path of paths) {
    const owner = ownerOf(path);
    if (owner !== null) return owner;
  }
  return null;
};
