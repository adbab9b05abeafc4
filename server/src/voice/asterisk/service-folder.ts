import { createHash } from "node:crypto";
import { chown, lstat, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** `nobody` and `nogroup`: who Asterisk is when we are root. */
export const NOBODY = { uid: 65_534, gid: 65_534 } as const;

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Where folders of the same meaning are made, and the file in each that says of which wanted one. */
export const RELOCATED = "/var/tmp";
export const ORIGIN = "origin";

/** Who the service runs as: nobody when we are root, else ourselves. */
export function serviceUser(): { uid: number; gid: number } | Record<string, never> {
  return isRoot() ? NOBODY : {};
}

/**
 * A folder that the service's user can reach. When we are root and `wanted` lies below a private folder such as /root,
 * a folder of the same meaning under /var/tmp is given instead; the same `wanted` always gives the same one.
 */
export async function reachableFolder(wanted: string): Promise<string> {
  const path = resolve(wanted);
  if (!isRoot() || (await othersMayEnter(dirname(path)))) return path;
  const key = createHash("sha256").update(path).digest("hex").slice(0, 16);
  const home = join(RELOCATED, `vera-${key}`);
  await mkdir(home, { recursive: true, mode: 0o711 });
  const { uid, mode } = await lstat(home);
  // /var/tmp is everybody's: somebody else may have made this name first, to read what we put there.
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${home} is not ours; remove it and start again`);
  await writeFile(join(home, ORIGIN), path, { mode: 0o600 });
  return join(home, "data");
}

async function othersMayEnter(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined); // not made yet: made by us, with our umask
    if (found?.isDirectory() && (found.mode & 0o001) === 0) return false;
    if (at === "/") return true;
  }
}

/** Gives the whole tree to the service's user; does nothing unless we are root. */
export async function handOver(folder: string): Promise<void> {
  if (!isRoot()) return;
  await chown(folder, NOBODY.uid, NOBODY.gid);
  const entries = await readdir(folder, { recursive: true });
  await Promise.all(entries.map((entry) => chown(join(folder, entry), NOBODY.uid, NOBODY.gid)));
}
