import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProcessIdentity } from "./asterisk-process.ts";
import { ARI_USER } from "./write-config.ts";

/** What the next process of ours needs to find and use an Asterisk that outlived the last one. Holds secrets: 0600. */
export interface SavedInstance {
  readonly process: ProcessIdentity;
  /** Of the options that cannot change without a restart of Asterisk. */
  readonly fingerprint: string;
  /** Of the configuration it was started with (`configurationOf`); absent when an older release of ours wrote this. */
  readonly configuration?: string;
  readonly version: string;
  readonly sipPort: number;
  readonly httpPort: number;
  readonly managerPort: number;
  readonly ariPassword: string;
  readonly managerSecret: string;
}

export async function readSaved(directory: string): Promise<SavedInstance | undefined> {
  const text = await readFile(pathIn(directory), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as SavedInstance);
}

export async function save(directory: string, instance: SavedInstance): Promise<void> {
  const incoming = `${pathIn(directory)}.new`;
  await writeFile(incoming, JSON.stringify(instance), { mode: 0o600 });
  await rename(incoming, pathIn(directory));
}

export async function forget(directory: string): Promise<void> {
  await rm(pathIn(directory), { force: true });
}

/** Whether its ARI answers to its own password: the process is not only there, it works and is ours. */
export async function answers(instance: SavedInstance, timeoutMs: number): Promise<boolean> {
  const credentials = Buffer.from(`${ARI_USER}:${instance.ariPassword}`).toString("base64");
  try {
    const reply = await fetch(`http://127.0.0.1:${instance.httpPort}/ari/asterisk/ping`, {
      headers: { authorization: `Basic ${credentials}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false; // not listening (yet), or silent
  }
}

function pathIn(directory: string): string {
  return join(directory, "instance.json");
}
