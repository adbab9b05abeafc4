import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { freemem } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { readConfiguration } from "../platform/config.ts";
import { connectionOptions } from "../platform/db/pool.ts";
import { findInPrefix, findSystemAsterisk } from "../voice/index.ts";
import { PROJECT_ROOT, WEB_DIST } from "./web-build.ts";

export interface Finding {
  readonly part: string;
  readonly state: "ok" | "warning" | "problem";
  readonly finding: string;
  /** What to do; absent where there is nothing to do. */
  readonly remedy?: string;
}

const GIGABYTE = 2 ** 30;

/** Looks at each part without changing anything. */
export async function diagnose(options: {
  dataDir: string;
  databaseUrl: string | undefined;
}): Promise<Finding[]> {
  const checks = [
    node,
    configuration,
    engine,
    pages,
    () => disk(options.dataDir),
    memory,
    () => database(options),
  ];
  return await Promise.all(checks.map(async (check) => await check()));
}

function node(): Finding {
  return { part: "Node.js", state: "ok", finding: `${process.version}, ${process.arch}` };
}

function configuration(): Finding {
  try {
    const { address, tls } = readConfiguration();
    const loopback = address === "127.0.0.1" || address === "::1" || address === "localhost";
    if (loopback || tls) return { part: "Configuration", state: "ok", finding: `listens on ${address}` };
    return {
      part: "Configuration",
      state: "warning",
      finding: `listens on ${address} without TLS: browsers give no microphone there`,
      remedy:
        "set VERA_TLS_CERTIFICATE and VERA_TLS_KEY, or put a proxy with TLS in front and set VERA_TRUST_PROXY",
    };
  } catch (error) {
    return {
      part: "Configuration",
      state: "problem",
      finding: messageOf(error),
      remedy: "correct the variables named",
    };
  }
}

async function engine(): Promise<Finding> {
  const found = (await findInPrefix(join(PROJECT_ROOT, ".vera/asterisk"))) ?? (await findSystemAsterisk());
  if (found)
    return { part: "Telephone engine", state: "ok", finding: `Asterisk ${found.version} (${found.origin})` };
  const apt = existsSync("/usr/bin/apt-get");
  return {
    part: "Telephone engine",
    state: apt ? "warning" : "problem",
    finding: "not installed yet",
    remedy: apt
      ? "./vera start installs it (about 10 s, no root)"
      : "install Asterisk 22 or newer, or start with --no-voice",
  };
}

function pages(): Finding {
  if (existsSync(join(WEB_DIST, ".sources"))) return { part: "Pages", state: "ok", finding: "built" };
  return { part: "Pages", state: "warning", finding: "not built yet", remedy: "./vera start builds them" };
}

async function disk(dataDir: string): Promise<Finding> {
  let folder = dataDir;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / GIGABYTE;
  const finding = `${free.toFixed(1)} GB free for ${dataDir}`;
  if (free >= 5) return { part: "Disk", state: "ok", finding };
  return {
    part: "Disk",
    state: free < 1 ? "problem" : "warning",
    finding,
    remedy: "a recorded hour takes 115 MB: make room, or choose another --data",
  };
}

function memory(): Finding {
  const free = freemem() / GIGABYTE;
  const finding = `${free.toFixed(1)} GB free`;
  if (free >= 1) return { part: "Memory", state: "ok", finding };
  return { part: "Memory", state: "warning", finding, remedy: "the whole stack wants 600 MB" };
}

async function database({
  dataDir,
  databaseUrl,
}: {
  dataDir: string;
  databaseUrl: string | undefined;
}): Promise<Finding> {
  if (databaseUrl !== undefined) return await externalDatabase(databaseUrl);
  const exists = existsSync(join(dataDir, "postgres/PG_VERSION"));
  return {
    part: "Database",
    state: "ok",
    finding: exists ? `embedded, in ${dataDir}` : "embedded, made at the first start",
  };
}

async function externalDatabase(url: string): Promise<Finding> {
  const client = new pg.Client({ ...connectionOptions(url), connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; super: boolean }>(
      `select current_setting('server_version_num')::int / 10000 as version,
              (select rolsuper from pg_roles where rolname = current_user) as super`,
    );
    const { version = 0, super: superuser = false } = rows[0] ?? {};
    if (version < 16) {
      return {
        part: "Database",
        state: "problem",
        finding: `PostgreSQL ${version}`,
        remedy: "use PostgreSQL 16 or newer",
      };
    }
    if (superuser) return { part: "Database", state: "ok", finding: `PostgreSQL ${version}` };
    return {
      part: "Database",
      state: "warning",
      finding: `PostgreSQL ${version}, not as superuser: text search under row-level security does not use its index`,
      remedy:
        "as a superuser, once: alter function texticlike(text, text) leakproof; the same for textlike and ts_match_vq(tsvector, tsquery)",
    };
  } catch (error) {
    return {
      part: "Database",
      state: "problem",
      finding: messageOf(error),
      remedy: "check the URL, the server and the password",
    };
  } finally {
    await client.end().catch(() => undefined);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
