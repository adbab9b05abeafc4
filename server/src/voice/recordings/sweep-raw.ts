import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { asSystem } from "../../platform/index.ts";
import type { Voice } from "../voice.ts";
import { pendingPaths } from "./store.ts";

const EVERY_MS = 60_000;
/** A file this young may belong to a call that is just being written down. */
const YOUNG_MS = 120_000;

/**
 * Sound that belongs to no recording must not lie about unencrypted: of calls that were refused, and of lines outside that took part in
 * a call whose own recording has it all. Returns how to stop.
 */
export function sweepRaw(voice: Voice): () => void {
  const run = (): void => {
    void sweepRawOnce(voice).catch((err: unknown) => {
      voice.log.error({ err }, "raw recordings could not be swept");
    });
  };
  run();
  const timer = setInterval(run, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

export async function sweepRawOnce(voice: Voice, youngMs = YOUNG_MS): Promise<number> {
  const { recordingsDirectory } = voice;
  const files = (await readdir(recordingsDirectory)).filter((name) => name.endsWith(".raw"));
  if (files.length === 0) return 0;
  const [channels, pending] = await Promise.all([
    voice.ari.call("GET /channels"),
    asSystem(voice.platform, "voice", pendingPaths),
  ]);
  const kept = new Set([...pending, ...channels.map(({ id }) => join(recordingsDirectory, `${id}.raw`))]);
  const oldest = Date.now() - youngMs; // the clock of the file system, not ours
  let removed = 0;
  for (const path of files.map((name) => join(recordingsDirectory, name))) {
    if (kept.has(path)) continue;
    const found = await stat(path).catch(() => undefined); // its job was quicker
    if (!found || found.mtimeMs > oldest) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
