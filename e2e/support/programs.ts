import { readdirSync, readFileSync } from "node:fs";

interface Program {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The programs that this one started, and theirs, with `name` in their command line; the eldest first. */
export function programsOf(pid: number, name: string): number[] {
  const all = readPrograms();
  const found: number[] = [];
  for (let parents = [pid]; parents.length > 0; ) {
    const children = all.filter(({ parent }) => parents.includes(parent));
    found.push(...children.filter(({ command }) => command.includes(name)).map((child) => child.pid));
    parents = children.map((child) => child.pid);
  }
  return found;
}

/** kill -9 of one that the test's own Vera started. */
export function killOne(pids: readonly number[], what: string): void {
  const [pid] = pids;
  if (pid === undefined) throw new Error(`${what} does not run`);
  process.kill(pid, "SIGKILL");
}

/** /proc as proc(5) describes it. */
function readPrograms(): Program[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = Number(readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return [{ pid: Number(name), parent, command }];
      } catch {
        return []; // it ended while we looked
      }
    });
}
