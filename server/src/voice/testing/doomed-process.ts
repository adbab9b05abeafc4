import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { DoomedInput } from "./doomed-child.ts";
import type { VoiceKit } from "./voice-kit.ts";

/** A process of ours that takes calls until it is killed. */
export interface DoomedProcess {
  /** An agent of its router is free; offers are accepted at once. */
  ready(userId: string): void;
  kill(): Promise<void>;
}

export async function doomedProcess(kit: VoiceKit, filesDirectory: string): Promise<DoomedProcess> {
  const { instance } = kit.asterisk;
  const input: DoomedInput = {
    databaseUrl: kit.kit.databaseUrl,
    filesDirectory,
    tenantId: kit.kit.tenantId,
    queueId: kit.queueId,
    phones: kit.phones.names(),
    asterisk: {
      ari: instance.ari,
      manager: instance.manager,
      directory: instance.directory,
      recordingsDirectory: instance.recordingsDirectory,
    },
  };
  const path = fileURLToPath(new URL("./doomed-child.ts", import.meta.url));
  const child: ChildProcess = fork(path, [JSON.stringify(input)]);
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("the child ended before it was ready"))),
  ]);
  return {
    ready: (userId) => void child.send({ ready: userId }),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
