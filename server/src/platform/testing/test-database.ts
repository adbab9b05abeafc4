import { mkdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { connectionOptions } from "../db/pool.ts";
import { prepareDatabase } from "../prepare-database.ts";
import { copyPreparedCluster, keepPreparedCluster } from "./prepared-cluster.ts";

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const FOR_TESTS = { durable: false, sharedBuffersMb: 32 };

let server: Promise<EmbeddedPostgres> | undefined;
let users = 0;
let counter = 0;

/**
 * A fresh migrated database. Each test process runs its own PostgreSQL (no fsync) in a temporary folder and makes each
 * database from a template, so tests share nothing and leave nothing but the template, kept in `.cache`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  users += 1;
  const dataDir = join(tmpdir(), `vera-test-${userInfo().uid}-${process.pid}`);
  server ??= startServer(dataDir);
  const postgres = await server;
  counter += 1;
  const name = `t${counter}`;
  await admin(postgres, `create database ${name} template vera_template`);
  return {
    url: postgres.url(name),
    drop: async () => {
      await admin(postgres, `drop database ${name} with (force)`);
      users -= 1;
      if (users > 0) return;
      server = undefined;
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function startServer(dataDir: string): Promise<EmbeddedPostgres> {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(join(dataDir, ".."), { recursive: true });
  if (!copyPreparedCluster(dataDir)) await prepareCluster(dataDir);
  return await startEmbeddedPostgres({ ...FOR_TESTS, dataDir });
}

async function prepareCluster(dataDir: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ ...FOR_TESTS, dataDir });
  try {
    await admin(postgres, "create database vera_template");
    await prepareDatabase(postgres.url("vera_template"));
  } catch (error) {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
  await postgres.stop();
  keepPreparedCluster(dataDir);
}

async function admin(postgres: EmbeddedPostgres, statement: string): Promise<void> {
  const client = new pg.Client(connectionOptions(postgres.url("postgres")));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
