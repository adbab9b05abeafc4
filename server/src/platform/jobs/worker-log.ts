import { Logger as WorkerLogger } from "graphile-worker";
import type { Logger } from "../log.ts";

/** graphile-worker's log lines in ours: its warnings and errors only. */
export function workerLogger(log: Logger | undefined): WorkerLogger {
  return new WorkerLogger(() => (level, message, meta) => {
    if (level === "error") log?.error({ meta }, message);
    if (level === "warning") log?.warn({ meta }, message);
  });
}
