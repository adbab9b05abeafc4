import { type Runner, runMigrations, run as runWorker, type TaskList } from "graphile-worker";
import type pg from "pg";
import type { Static, TSchema } from "typebox";
import { Value } from "typebox/value";
import { asSystem, type Context, type Platform } from "../context.ts";
import { run, sql } from "../db/sql.ts";
import { workerLogger } from "./worker-log.ts";

export interface JobDefinition<Schema extends TSchema = TSchema> {
  readonly name: string;
  readonly schema: Schema;
}

export function defineJob<Schema extends TSchema>(name: string, schema: Schema): JobDefinition<Schema> {
  return { name, schema };
}

export interface JobOptions {
  /** A job with the same key that has not run yet is replaced. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Tries in all; graphile-worker waits exp(tries) seconds between them. Default 10. */
  readonly maxAttempts?: number;
}

/** In the transaction of the fact: the job exists exactly when the fact does. */
export async function addJob<Schema extends TSchema>(
  ctx: Context,
  job: JobDefinition<Schema>,
  payload: Static<Schema>,
  { key, runAt, maxAttempts = 10 }: JobOptions = {},
): Promise<void> {
  await run(
    ctx,
    sql`select platform.add_job(${job.name}, ${JSON.stringify(payload)}::json, ${key ?? null}, ${runAt ?? null}::timestamptz, ${maxAttempts}::int)`,
  );
}

/** Durable work for later. Handlers may run twice and must not mind. */
export class Jobs {
  readonly #tasks: TaskList = {};
  readonly #pool: pg.Pool;
  #platform: Platform | undefined;
  #runner: Runner | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  attach(platform: Platform): void {
    this.#platform = platform;
  }

  /** The work runs in one system transaction; what takes long belongs before its first statement. */
  handle<Schema extends TSchema>(
    job: JobDefinition<Schema>,
    work: (ctx: Context, payload: Static<Schema>) => Promise<void>,
  ): void {
    this.#tasks[job.name] = async (payload) => {
      if (!this.#platform) throw new Error("Jobs.attach must run first");
      Value.Assert(job.schema, payload);
      await asSystem(this.#platform, `job:${job.name}`, (ctx) => work(ctx, payload));
    };
  }

  /** Creates graphile-worker's tables; before the first addJob of an installation. */
  static async prepare(pool: pg.Pool): Promise<void> {
    await runMigrations({ pgPool: pool });
  }

  async start(): Promise<void> {
    this.#runner = await runWorker({
      pgPool: this.#pool,
      taskList: this.#tasks,
      concurrency: 4,
      pollInterval: 500,
      noHandleSignals: true,
      noPreparedStatements: true,
      logger: workerLogger(this.#platform?.log),
    });
  }

  async close(): Promise<void> {
    await this.#runner?.stop();
  }
}
