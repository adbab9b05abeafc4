import type { BoardState } from "@vera/contracts/board";
import {
  type AnnouncedEvent,
  asSystem,
  type EventDefinition,
  type Platform,
  type TenantScope,
} from "../../platform/index.ts";
import { applyEvent, BOARD_EVENTS } from "./apply-event.ts";
import type { BoardSources, LiveQueueUse } from "./board-sources.ts";
import type { Day } from "./day.ts";
import { loadDay } from "./load-day.ts";
import { refreshBoard } from "./refresh-board.ts";
import { type Roll, readRoll } from "./roll.ts";
import type { QueueTallies } from "./show-queue.ts";
import { boardFor, emptyBoard, type ShownBoard } from "./shown-board.ts";

/**
 * The first change goes out at once; those of the next 40 ms together. However busy the centre, a screen gets at
 * most 25 frames a second, and none waits longer than a person can notice.
 */
const GATHER_MS = 40;
/** The last half hour moves on, waits grow old, trunks fill: what no event tells. */
const TICK_MS = 2_000;
export const BOARD_TOPIC = "board";
export const BOARD_KEY = "all";

export interface LiveBoardOptions {
  readonly sources: BoardSources;
  readonly zone: string;
  /** Events after which names and members are read again. */
  readonly rollEvents: readonly EventDefinition[];
}

/** The board in memory: fed by events as they are committed, read by snapshots, told by patches. */
export class LiveBoard {
  readonly #platform: Platform;
  readonly #options: LiveBoardOptions;
  readonly #shown: ShownBoard = emptyBoard();
  readonly #tallies = new Map<string, QueueTallies>();
  readonly #stop: (() => void)[] = [];
  #day: Day | undefined;
  #roll: Roll | undefined;
  /** Events that came while the day was being loaded. */
  #early: AnnouncedEvent[] | null = [];
  #queueUse: ReadonlyMap<string, LiveQueueUse> = new Map();
  #trunkUse: ReadonlyMap<string, number> = new Map();
  #gather: NodeJS.Timeout | undefined;
  #flushedAtMs = Number.NEGATIVE_INFINITY;
  #tick: NodeJS.Timeout | undefined;
  #loading: Promise<void> | undefined;
  #closed = false;

  private constructor(platform: Platform, options: LiveBoardOptions) {
    this.#platform = platform;
    this.#options = options;
  }

  static async start(platform: Platform, options: LiveBoardOptions): Promise<LiveBoard> {
    const board = new LiveBoard(platform, options);
    for (const definition of BOARD_EVENTS) {
      board.#stop.push(platform.events.listen(definition, (event) => board.#take(event as AnnouncedEvent)));
    }
    for (const definition of options.rollEvents) {
      board.#stop.push(platform.events.listen(definition, () => void board.reload()));
    }
    await board.reload();
    board.#tick = setInterval(() => void board.tick(), TICK_MS);
    board.#tick.unref();
    platform.realtime.topic({
      name: BOARD_TOPIC,
      permission: "supervise.view",
      coalesceMs: 0,
      snapshot: async (ctx) => board.state(ctx.scope),
    });
    return board;
  }

  /** What a reader with this scope sees now. */
  state(scope: TenantScope): BoardState {
    return boardFor(this.#shown, { scope, at: this.#platform.clock.now(), zone: this.#options.zone });
  }

  /** Reads the day and the names again from the database. Loading twice at once is loading once. */
  async reload(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    await this.#loading;
  }

  async #load(): Promise<void> {
    this.#early ??= [];
    try {
      const { sources } = this.#options;
      await asSystem(this.#platform, "live-board", async (ctx) => {
        const roll = await readRoll(ctx, sources.catalogue);
        const day = await loadDay(ctx, this.#options.zone);
        this.#trunkUse = await sources.trunkUse(ctx);
        this.#roll = roll;
        this.#day = day;
      });
    } catch (error) {
      // The board of before stands, and the next tick tries again.
      this.#platform.log.error({ err: error }, "the live board could not be loaded");
    }
    const early = this.#early;
    this.#early = null;
    if (this.#day) for (const event of early) applyEvent(this.#day, event);
    this.#soilAll();
    this.flush();
  }

  #take(event: AnnouncedEvent): void {
    if (this.#early || !this.#day) {
      this.#early?.push(event);
      return;
    }
    applyEvent(this.#day, event);
    const sinceMs = this.#platform.clock.monotonicMs() - this.#flushedAtMs;
    this.#gather ??= setTimeout(() => this.flush(), Math.max(0, GATHER_MS - sinceMs));
  }

  /** Shows what changed and sends it. */
  flush(): void {
    clearTimeout(this.#gather);
    this.#gather = undefined;
    this.#flushedAtMs = this.#platform.clock.monotonicMs();
    const [day, roll] = [this.#day, this.#roll];
    if (!day || !roll || this.#closed) return;
    this.#readQueueUse(day);
    const ops = refreshBoard({
      day,
      roll,
      tallies: this.#tallies,
      queueUse: this.#queueUse,
      trunkUse: this.#trunkUse,
      shown: this.#shown,
      nowMs: this.#platform.clock.now().getTime(),
    });
    if (ops.length > 0) this.#platform.realtime.patch(BOARD_TOPIC, BOARD_KEY, ops);
  }

  /** What time alone changes; at midnight, the new day. */
  async tick(): Promise<void> {
    if (this.#closed) return;
    if (!this.#day || this.#platform.clock.now().getTime() >= this.#day.endMs) {
      await this.reload();
      return;
    }
    try {
      this.#trunkUse = await asSystem(this.#platform, "live-board", (ctx) =>
        this.#options.sources.trunkUse(ctx),
      );
    } catch (error) {
      this.#platform.log.warn({ err: error }, "the live board could not read the trunks");
    }
    this.#soilAll();
    this.flush();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#gather);
    clearInterval(this.#tick);
    for (const stop of this.#stop) stop();
    await this.#loading;
  }

  #readQueueUse(day: Day): void {
    if (day.dirty.agents.size + day.dirty.queues.size === 0) return;
    const use = new Map(this.#options.sources.liveQueues().map((queue) => [queue.queueId, queue]));
    for (const [id, queue] of use) {
      const before = this.#queueUse.get(id);
      const same =
        before?.agentsReady === queue.agentsReady && before.callbacksWaiting === queue.callbacksWaiting;
      if (!same) day.dirty.queues.add(id);
    }
    this.#queueUse = use;
  }

  #soilAll(): void {
    const [day, roll] = [this.#day, this.#roll];
    if (!day || !roll) return;
    const all = (dirty: Set<string>, ...ids: Iterable<string>[]) => {
      for (const list of ids) for (const id of list) dirty.add(id);
    };
    all(day.dirty.queues, roll.queues.keys(), this.#shown.queues.keys());
    all(day.dirty.agents, roll.agents.keys(), this.#shown.agents.keys());
    all(day.dirty.trunks, roll.trunks.keys(), this.#shown.trunks.keys());
    all(day.dirty.tenants, this.#shown.figures.keys());
  }
}
