import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../processes/web-build.ts";

/** What a running instance leaves in its data folder for ./vera call and ./vera doctor. */
export interface InstanceFile {
  readonly pid: number;
  readonly url: string;
  readonly sip: { readonly host: string; readonly port: number } | null;
  readonly number: string | null;
}

export function defaultDataDir(): string {
  return join(PROJECT_ROOT, ".vera/data");
}

export function writeInstance(dataDir: string, instance: InstanceFile): void {
  writeFileSync(join(dataDir, "instance.json"), JSON.stringify(instance), { mode: 0o644 });
}

/** undefined when none runs on this folder. */
export function readInstance(dataDir: string): InstanceFile | undefined {
  try {
    const instance = JSON.parse(readFileSync(join(dataDir, "instance.json"), "utf8")) as InstanceFile;
    process.kill(instance.pid, 0);
    return instance;
  } catch {
    // No file, or its process is gone.
    return undefined;
  }
}
