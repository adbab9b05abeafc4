import { lstat, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isRunning } from "./asterisk-process.ts";
import { readSaved } from "./saved-instance.ts";
import { isRoot, ORIGIN, RELOCATED } from "./service-folder.ts";

/** Removes what stood in for folders that are gone with everything around them, unless an Asterisk still runs there. */
export async function sweepRelocated(): Promise<void> {
  if (!isRoot()) return;
  for (const name of await readdir(RELOCATED)) {
    if (!/^vera-[0-9a-f]{16}$/.test(name)) continue;
    const home = join(RELOCATED, name);
    if (await isAbandoned(home)) await rm(home, { recursive: true, force: true });
  }
}

async function isAbandoned(home: string): Promise<boolean> {
  const { uid } = await lstat(home);
  const origin = await readFile(join(home, ORIGIN), "utf8").catch(() => undefined);
  if (uid !== 0 || origin === undefined) return false; // not ours to judge
  if (await stat(dirname(origin)).catch(() => undefined)) return false;
  const saved = await readSaved(join(home, "data"));
  return !saved || !isRunning(saved.process);
}
