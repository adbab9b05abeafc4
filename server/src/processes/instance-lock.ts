import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** At most one Vera per data folder. Returns what releases it; a lock whose process died is taken over. */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const path = join(dataDir, "vera.pid");
  const owner = readOwner(path);
  if (owner !== undefined) {
    throw new Error(
      `Vera already runs on ${dataDir} (process ${owner}). Stop it with Ctrl-C there, or start this one with another --data and other ports.`,
    );
  }
  writeFileSync(path, `${process.pid} ${startTime(process.pid) ?? ""}`, { mode: 0o644 });
  return () => rmSync(path, { force: true });
}

/** Whether a Vera runs on this folder. */
export function isLocked(dataDir: string): boolean {
  return readOwner(join(dataDir, "vera.pid")) !== undefined;
}

function readOwner(path: string): number | undefined {
  try {
    const [pid, started] = readFileSync(path, "utf8").split(" ");
    const owner = Number(pid);
    if (owner === process.pid || startTime(owner) === undefined || startTime(owner) !== started)
      return undefined;
    return owner;
  } catch {
    // No lock file, or one that was cut short: nobody holds it.
    return undefined;
  }
}

/** Process ids are used again; with its start time (clock ticks since boot, proc(5)) a process is itself. */
function startTime(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19];
  } catch {
    return undefined;
  }
}
