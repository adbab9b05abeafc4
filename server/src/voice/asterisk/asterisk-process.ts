import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Installation } from "./installation.ts";
import { serviceUser } from "./service-folder.ts";

/** A process that cannot be taken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Kernel ticks from boot to its start, /proc/<pid>/stat field 22. */
  readonly startedAtTicks: string;
}

/** How long Asterisk may take to say goodbye to its calls before it is killed. */
const STOP_GRACE_MS = 5_000;

/**
 * Starts Asterisk in a session of its own: neither Ctrl-C in our terminal nor our death reaches it, so that talks
 * survive us. Who starts it must also stop it, or be followed by somebody who adopts it.
 */
export function launch(installation: Installation, directory: string): ProcessIdentity {
  const [program, ...first] = installation.command;
  const output = openSync(join(directory, "log/console"), "a", 0o600);
  const child = spawn(program, [...first, "-f", "-C", join(directory, "etc/asterisk.conf")], {
    cwd: directory,
    detached: true,
    stdio: ["ignore", output, output],
    env: { PATH: "/usr/bin:/bin", HOME: directory, LANG: "C.UTF-8" },
    ...serviceUser(),
  });
  closeSync(output);
  child.on("error", () => undefined); // told by the missing pid, below
  child.unref();
  if (child.pid === undefined) throw new Error(`cannot run ${program}`);
  return { pid: child.pid, startedAtTicks: startTicks(child.pid) ?? "" };
}

export function isRunning({ pid, startedAtTicks }: ProcessIdentity): boolean {
  return startTicks(pid) === startedAtTicks;
}

export async function terminate(identity: ProcessIdentity): Promise<void> {
  signal(identity, "SIGTERM");
  for (let waited = 0; isRunning(identity) && waited < STOP_GRACE_MS; waited += 50) await sleep(50);
  signal(identity, "SIGKILL");
  while (isRunning(identity)) await sleep(20);
}

function signal(identity: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // it ended in between: what we wanted
  }
}

/** Undefined when there is no such process, or only its remains (a zombie). */
function startTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined; // no such process
  }
}
