import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { AsteriskInstance } from "../server/src/voice/index.ts";
import type { RingEngine } from "./ring-product.ts";

export interface RingProduct {
  readonly numbers: { readonly queueNumber: string; readonly promptNumber: string };
  stop(): Promise<void>;
}

/** The product in a child process, ready for calls. */
export async function startRingProduct(
  instance: AsteriskInstance,
  agents: readonly string[],
): Promise<RingProduct> {
  const child = fork(fileURLToPath(new URL("./ring-product.ts", import.meta.url)), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [],
  });
  const { version, directory, recordingsDirectory, ari, manager, sip, sipWebSocketUrl, pid } = instance;
  const plain = { version, directory, recordingsDirectory, ari, manager, sip, sipWebSocketUrl, pid };
  child.send({ instance: plain, agents } satisfies RingEngine);
  const ready = once(child, "message");
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the product ended with ${code} before it was ready`);
  });
  const [numbers] = (await Promise.race([ready, ended])) as [RingProduct["numbers"]];
  ended.catch(() => undefined); // from here on its end is ours
  return { numbers, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.send("stop");
  const timer = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await ended;
  clearTimeout(timer);
}
