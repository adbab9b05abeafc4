import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ReadyLine } from "../../server/src/processes/options.ts";

const ROOT = join(import.meta.dirname, "../..");
const READY_TIMEOUT_MS = 180_000;

export interface RunningVera {
  readonly ready: ReadyLine;
  readonly dataDir: string;
  readonly pid: number;
  readonly sip: { readonly host: string; readonly port: number };
  /** What it wrote on standard error so far. */
  log(): string;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** kill -9: nothing is cleaned up, the telephone engine lives on. */
  kill(): Promise<void>;
  /** Removes the data folder; after stop(). */
  remove(): void;
}

export interface StartOptions {
  /** A folder of an earlier start; otherwise a new temporary one. */
  readonly dataDir?: string;
  readonly args?: readonly string[];
  readonly ports?: { readonly http: number; readonly sip: number };
}

/** `./vera start --demo --json` as a child, ready to be used. */
export async function startDemo(options: StartOptions = {}): Promise<RunningVera> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "vera-e2e-"));
  const ports = options.ports ?? { http: 0, sip: 0 };
  const child = spawn(
    process.execPath,
    [
      join(ROOT, "server/src/cli.ts"),
      "start",
      "--demo",
      "--json",
      "--data",
      dataDir,
      "--http-port",
      String(ports.http),
      "--sip-port",
      String(ports.sip),
      ...(options.args ?? []),
    ],
    { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
  );
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log = `${log}${chunk.toString()}`.slice(-40_000);
  });
  const ready = await waitReady(child, () => log);
  const [host = "127.0.0.1", port = "0"] = (ready.sip ?? "127.0.0.1:0").replace(/^sip:/, "").split(":");
  return {
    ready,
    dataDir,
    pid: child.pid ?? 0,
    sip: { host, port: Number(port) },
    log: () => log,
    stop: () => end(child, "SIGINT"),
    kill: async () => void (await end(child, "SIGKILL")),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** After kill(): the next process on the same data folder and ports. */
export async function restart({ dataDir, ready, sip }: RunningVera): Promise<RunningVera> {
  return await startDemo({ dataDir, ports: { http: Number(new URL(ready.url).port), sip: sip.port } });
}

async function waitReady(child: ChildProcess, log: () => string): Promise<ReadyLine> {
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`not ready within ${READY_TIMEOUT_MS / 1_000} s:\n${log()}`));
    }, READY_TIMEOUT_MS);
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it was ready:\n${log()}`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).once("line", (line) => {
      clearTimeout(timer);
      resolve(JSON.parse(line) as ReadyLine);
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill(signal);
  return await gone;
}
