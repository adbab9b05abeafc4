import { setTimeout as sleep } from "node:timers/promises";
import { maybe, one, type Platform, sql } from "../../../platform/index.ts";
import { type HeldConnection, holdConnection, isConnectionLoss } from "../connection.ts";

/** A holder that is alive but has not written for so long is overtaken. */
const SILENCE = "15 seconds";
const RETRY_MS = 100;
/** SQLSTATE of routing.persist for a write with an old epoch. */
const STALE = "VR001";

/** Another router holds the shard: this one must forget all it knows. */
export class StaleRouter extends Error {}

/** The right to decide for a shard, and the only way to write its decisions. One connection of its own. */
export class Lease {
  readonly epoch: number;
  readonly #platform: Platform;
  readonly #shard: string;
  #connection: HeldConnection | undefined;
  #connecting: Promise<HeldConnection> | undefined;
  #batch = 0;
  #closed = false;

  private constructor(platform: Platform, shard: string, connection: HeldConnection, epoch: number) {
    this.#platform = platform;
    this.#shard = shard;
    this.#connection = connection;
    this.epoch = epoch;
  }

  /** undefined while somebody else holds it. */
  static async take(platform: Platform, shard: string): Promise<Lease | undefined> {
    const connection = await holdConnection(platform);
    try {
      const { epoch } = await one<{ epoch: number | null }>(
        connection,
        sql`select routing.take_lease(${shard}, ${platform.ids.uuid()}::uuid, ${SILENCE}::interval) as epoch`,
      );
      if (epoch !== null) return new Lease(platform, shard, connection, epoch);
      connection.release();
      return undefined;
    } catch (error) {
      connection.release();
      throw error;
    }
  }

  /** Durable once it resolves. The numbers of the events; null when an earlier try had already arrived. */
  async persist(change: object): Promise<number[] | null> {
    this.#batch += 1;
    const batch = this.#batch;
    const text = JSON.stringify(change);
    return await this.#insist(async (connection) => {
      const { seqs } = await one<{ seqs: number[] | null }>(
        connection,
        sql`select routing.persist(${this.#shard}, ${this.epoch}, ${batch}, ${text}::jsonb) as seqs`,
      );
      return seqs;
    });
  }

  /** Says "still here". Throws StaleRouter when the shard is somebody else's. */
  async renew(): Promise<void> {
    await this.#insist(async (connection) => {
      const row = await maybe(
        connection,
        sql`
          update routing.lease set renewed_at = now()
          where shard = ${this.#shard} and epoch = ${this.epoch} returning epoch`,
      );
      if (!row) throw new StaleRouter(`Shard ${this.#shard} has another router`);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const connection = this.#connection;
    this.#connection = undefined;
    if (!connection) return;
    try {
      // The connection goes back to the pool: the lock must not go with it.
      await sql`select pg_advisory_unlock_all()`.execute(connection.db);
    } catch {
      // A broken connection has lost its locks already.
    }
    connection.release();
  }

  /** Again and again over new connections until the server answers; what it answers is final. */
  async #insist<T>(work: (connection: HeldConnection) => Promise<T>): Promise<T> {
    for (;;) {
      let connection: HeldConnection | undefined;
      try {
        connection = await this.#connected();
        return await work(connection);
      } catch (error) {
        if (isStale(error)) throw new StaleRouter(`Shard ${this.#shard} has another router`);
        if (error instanceof StaleRouter || !isConnectionLoss(error) || this.#closed) throw error;
        this.#platform.log.warn({ err: error, shard: this.#shard }, "router lost its database connection");
        this.#drop(connection);
        await sleep(RETRY_MS);
      }
    }
  }

  #drop(connection: HeldConnection | undefined): void {
    if (!connection || connection !== this.#connection) return;
    this.#connection = undefined;
    connection.release();
  }

  async #connected(): Promise<HeldConnection> {
    if (this.#connection) return this.#connection;
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = undefined;
    });
    return await this.#connecting;
  }

  async #connect(): Promise<HeldConnection> {
    const connection = await holdConnection(this.#platform);
    try {
      // Ours again unless somebody was quicker; then the epoch refuses us.
      await sql`select pg_try_advisory_lock(hashtextextended('routing:' || ${this.#shard}, 0))`.execute(
        connection.db,
      );
    } catch (error) {
      connection.release();
      throw error;
    }
    this.#connection = connection;
    return connection;
  }
}

function isStale(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === STALE;
}
