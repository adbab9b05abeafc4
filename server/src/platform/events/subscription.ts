import { asSystem, type Context, type Platform } from "../context.ts";
import { many, run, sql } from "../db/sql.ts";
import type { AnnouncedEvent } from "./define-event.ts";

export type SubscriptionHandler = (ctx: Context, event: AnnouncedEvent) => Promise<void>;

interface EventRow {
  readonly transaction: string;
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly tenantId: AnnouncedEvent["tenantId"];
  readonly key: string;
  readonly data: unknown;
}

const BATCH = 200;
const POLL_MS = 1_000;
/** News of one moment is read together, and whoever wrote it (a call that is being set up) has the database first. */
const GATHER_MS = 50;
const TRIES = 5;

/** A durable cursor over platform.event. A batch fails as a whole, is then tried event by event, and a poisonous one is set aside. */
export class Subscription {
  readonly #platform: Platform;
  readonly #name: string;
  readonly #types: readonly string[];
  readonly #handler: SubscriptionHandler;
  readonly #ready: Promise<unknown>;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #wokenWhileRunning = false;
  #closed = false;
  #failures = 0;

  constructor(platform: Platform, name: string, types: readonly string[], handler: SubscriptionHandler) {
    this.#platform = platform;
    this.#name = name;
    this.#types = types;
    this.#handler = handler;
    this.#ready = asSystem(platform, name, (ctx) =>
      run(ctx, sql`insert into platform.subscription (name) values (${name}) on conflict do nothing`),
    );
    // Reported where it is awaited; without this a failure before the first await would end the process.
    this.#ready.catch(() => undefined);
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), POLL_MS);
    this.#timer.unref();
    this.wake();
  }

  /** Something of these types was committed. */
  announced(types: ReadonlySet<string>): void {
    if (this.#closed || this.#soon !== undefined || !this.#types.some((type) => types.has(type))) return;
    this.#soon = setTimeout(() => {
      this.#soon = undefined;
      this.wake();
    }, GATHER_MS);
  }

  wake(): void {
    if (this.#closed) return;
    if (this.#running !== undefined) {
      this.#wokenWhileRunning = true;
      return;
    }
    this.#running = this.#readAll().finally(() => {
      this.#running = undefined;
      if (this.#wokenWhileRunning) {
        this.#wokenWhileRunning = false;
        this.wake();
      }
    });
  }

  async drained(): Promise<void> {
    this.wake();
    while (this.#running !== undefined) await this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    clearTimeout(this.#soon);
    await this.#running;
  }

  async #readAll(): Promise<void> {
    let limit = BATCH;
    let more = true;
    while (more && !this.#closed) {
      try {
        await this.#ready;
        more = (await this.#readBatch(limit)) === limit;
        this.#failures = 0;
        limit = BATCH;
      } catch (error) {
        // A batch that fails is read again event by event, so that only the poisonous one is set aside.
        more = limit > 1 || (await this.#failed(error));
        limit = 1;
      }
    }
  }

  /** True when the event was set aside and reading can go on at once; otherwise the next wake tries it again. */
  async #failed(error: unknown): Promise<boolean> {
    if (this.#closed) return false;
    this.#failures += 1;
    this.#platform.log.error({ err: error, subscription: this.#name }, "subscriber failed on an event");
    if (this.#failures < TRIES) return false;
    await this.#setAside(error);
    return true;
  }

  async #readBatch(limit: number): Promise<number> {
    return await asSystem(this.#platform, this.#name, async (ctx) => {
      const events = await this.#next(ctx, limit);
      for (const event of events) await this.#handler(ctx, event);
      const last = events.at(-1);
      if (last) await this.#moveTo(ctx, last);
      return events.length;
    });
  }

  async #next(ctx: Context, limit: number): Promise<EventRow[]> {
    // Only transactions older than every one still running: none of them can add a row before the cursor any more.
    return await many<EventRow>(
      ctx,
      sql`
        select e.transaction::text as transaction, e.seq, e.at, e.type, e.tenant_id as "tenantId", e.key, e.data
        from platform.event e, (
          select transaction, seq from platform.subscription where name = ${this.#name} for update
        ) cursor
        where (e.transaction, e.seq) > (cursor.transaction, cursor.seq)
          and e.transaction < pg_snapshot_xmin(pg_current_snapshot())
          and e.type = any(${[...this.#types]})
        order by e.transaction, e.seq
        limit ${limit}`,
    );
  }

  async #moveTo(ctx: Context, { transaction, seq }: EventRow): Promise<void> {
    await run(
      ctx,
      sql`
        update platform.subscription
        set transaction = ${transaction}::xid8, seq = ${seq}, updated_at = now()
        where name = ${this.#name}`,
    );
  }

  async #setAside(error: unknown): Promise<void> {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await asSystem(this.#platform, this.#name, async (ctx) => {
      const [event] = await this.#next(ctx, 1);
      if (!event) return;
      await run(
        ctx,
        sql`
          insert into platform.poisoned_event (subscription, seq, error)
          values (${this.#name}, ${event.seq}, ${message}) on conflict do nothing`,
      );
      await this.#moveTo(ctx, event);
    });
    this.#failures = 0;
  }
}
