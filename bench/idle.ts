import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { type Memory, measureTree, memoryOf } from "./idle-processes.ts";
import { type IdleRound, reportOf, tableOf } from "./idle-report.ts";

const LAUNCHER = join(import.meta.dirname, "../vera");
const EMPTY_SERVER = `require("node:http").createServer((_, reply) => reply.end()).listen(0, "127.0.0.1", () => console.log("ready"))`;
const START_TIMEOUT_MS = 180_000;

/** `./vera bench idle`: what a demonstration holds in memory when nobody calls, process by process. */
export async function benchIdle({ json, quick }: { json: boolean; quick: boolean }): Promise<void> {
  const restSeconds = quick ? 20 : 60;
  const folder = mkdtempSync(join(tmpdir(), "vera-idle-"));
  const rounds: IdleRound[] = [];
  try {
    // The first start makes the database, the demonstration and the caches; it is not what rests for months.
    await withProgram(
      () => startDemo(folder),
      async () => undefined,
    );
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      const measured = await measureDemo(folder, restSeconds);
      rounds.push({ ...measured, baseline: await measureEmptyServer() });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const report = reportOf(rounds, { load: loadavg()[0] ?? 0, restSeconds });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : tableOf(report));
}

async function measureDemo(folder: string, restSeconds: number): Promise<Omit<IdleRound, "baseline">> {
  return await withProgram(
    () => startDemo(folder),
    async ({ pid, readyMs }) => {
      await sleep(restSeconds * 1_000);
      return { readyMs, processes: measureTree(pid) };
    },
  );
}

async function measureEmptyServer(): Promise<Memory> {
  return await withProgram(
    () => spawn(process.execPath, ["--eval", EMPTY_SERVER], { stdio: ["ignore", "pipe", "ignore"] }),
    async ({ pid }) => {
      await sleep(1_000);
      const memory = memoryOf(pid);
      if (!memory) throw new Error("The empty server ended before it was measured");
      return memory;
    },
  );
}

function startDemo(folder: string): ChildProcess {
  const options = ["--demo", "--json", "--data", folder, "--http-port", "0", "--sip-port", "0"];
  // Through the launcher: its settings of the memory are part of what is measured. It hands over by exec.
  return spawn(LAUNCHER, ["start", ...options], { stdio: ["ignore", "pipe", "ignore"] });
}

/** Runs `measure` once the program has printed its first line; ends it in any case. */
async function withProgram<T>(
  start: () => ChildProcess,
  measure: (program: { pid: number; readyMs: number }) => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  const program = start();
  const ended = new Promise<void>((resolve) => program.once("exit", () => resolve()));
  try {
    await firstLine(program);
    return await measure({ pid: program.pid ?? 0, readyMs: performance.now() - startedAt });
  } finally {
    program.kill("SIGINT");
    await ended;
  }
}

function firstLine(program: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It was not ready in time")), START_TIMEOUT_MS);
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
    };
    program.once("error", (error) => settle(() => reject(error)));
    program.once("exit", (code) =>
      settle(() => reject(new Error(`It ended with ${code} before it was ready`))),
    );
    if (program.stdout) createInterface({ input: program.stdout }).once("line", () => settle(resolve));
  });
}
