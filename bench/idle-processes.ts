import { readdirSync, readFileSync } from "node:fs";

/** What holds the memory: our program, its telephone engine, its database, the voices that end when nothing is left to say. */
export const PARTS = ["program", "telephone engine", "database", "voices"] as const;
export type Part = (typeof PARTS)[number];

/** MB of one process; PSS counts a page that several processes share once in all. */
export interface Memory {
  readonly rss: number;
  readonly pss: number;
}

export interface MeasuredProcess extends Memory {
  readonly pid: number;
  readonly part: Part;
  readonly command: string;
}

const KILOBYTES_PER_MB = 1024;

/** The process and everything that it started, as proc(5) describes them. */
export function measureTree(root: number): MeasuredProcess[] {
  const parents = new Map(readdirSync("/proc").filter(isPid).map(parentOf));
  const family = [...parents.keys()].filter((pid) => descends(pid, root, parents));
  return family.flatMap((pid) => {
    const memory = memoryOf(pid);
    if (!memory) return [];
    const command = commandOf(pid);
    return [{ pid, part: pid === root ? "program" : partOf(command), command, ...memory }];
  });
}

/** undefined when it ended while we looked. */
export function memoryOf(pid: number): Memory | undefined {
  const text = read(pid, "smaps_rollup");
  const mb = (name: string) => Number(new RegExp(`^${name}: +(\\d+) kB`, "m").exec(text)?.[1] ?? 0);
  const rss = mb("Rss");
  return rss > 0 ? { rss: rss / KILOBYTES_PER_MB, pss: mb("Pss") / KILOBYTES_PER_MB } : undefined;
}

function partOf(command: string): Part {
  if (command.includes("postgres")) return "database";
  if (command.includes("asterisk/usr") || command.includes("sbin/asterisk")) return "telephone engine";
  return "voices";
}

function descends(pid: number, root: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
    if (at === root) return true;
  return false;
}

function isPid(name: string): boolean {
  return /^\d+$/.test(name);
}

/** The name of the program may hold spaces and brackets: what follows the last one is plain. */
function parentOf(name: string): [number, number] {
  const afterName = read(Number(name), "stat").split(") ").at(-1);
  return [Number(name), Number(afterName?.split(" ")[1] ?? 0)];
}

function commandOf(pid: number): string {
  return read(pid, "cmdline").replaceAll("\0", " ").trim();
}

/** Empty when it ended while we looked. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
