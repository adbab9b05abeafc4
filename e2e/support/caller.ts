import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { RunningVera } from "./running-vera.ts";

const CLI = join(import.meta.dirname, "../../server/src/cli.ts");

export interface VeraCall {
  readonly child: ChildProcess;
  /** Everything that it said so far. */
  said(): string;
  hangUp(): Promise<void>;
}

/** `./vera call` as a newcomer types it. */
export function veraCall(vera: RunningVera, args: readonly string[]): VeraCall {
  const child = spawn(process.execPath, [CLI, "call", "--data", vera.dataDir, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return {
    child,
    said: () => said,
    hangUp: async () => {
      if (child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGINT");
      await gone;
    },
  };
}
