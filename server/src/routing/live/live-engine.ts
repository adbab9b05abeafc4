import { setTimeout as sleep } from "node:timers/promises";
import {
  type AnnouncedEvent,
  asSystem,
  DomainError,
  type Platform,
  type TenantId,
} from "../../platform/index.ts";
import { clearChanges } from "../engine/changes.ts";
import type { Command } from "../engine/commands.ts";
import { decide } from "../engine/decide.ts";
import type { Decision } from "../engine/decisions.ts";
import { type Engine, nextWakeAt } from "../engine/engine.ts";
import type { AgentSettings } from "../engine/settings.ts";
import type { Card } from "./card.ts";
import type { EventRow } from "./event-rows.ts";
import { Lease, StaleRouter } from "./lease/store.ts";
import { loadEngine } from "./load-engine.ts";
import {
  type AgentScope,
  agentSettings,
  loadSettings,
  queueSettings,
  type Settings,
  withoutVoice,
} from "./load-settings.ts";
import { persistedChange } from "./persisted-change.ts";

/** What one write made durable. */
export interface Persisted {
  readonly decisions: readonly Decision[];
  readonly agentIds: ReadonlySet<string>;
}

export interface EngineListener {
  /** Decided in memory, not yet durable. */
  decided(decisions: readonly Decision[]): void;
  /** Could not be made durable: forgotten. */
  lost(decisions: readonly Decision[]): void;
  persisted(what: Persisted): void;
}

interface Pending {
  readonly decisions: Decision[];
  readonly resolve: (decisions: Decision[]) => void;
  readonly reject: (error: unknown) => void;
}

const STANDBY_MS = 250;
const RENEW_MS = 3_000;
/** After a restart every desk has this long to come back before its agent counts as gone. */
const RESTART_GRACE_MS = 12_000;

/**
 * The engine with its lease: decides in memory at once, writes what it decided in order (everything decided while a write
 * is under way goes together in the next one), and tells it only then; `decided` is for what may begin before. When a write is
 * refused it forgets all and starts again from the rows.
 */
export class LiveEngine {
  engine!: Engine;
  settings!: Settings;
  cards: Map<string, Card> = new Map();
  scopes: Map<string, AgentScope> = new Map();
  /** Whose telephone can ring; everybody's while no telephones are joined (`Telephones`). */
  hasTelephone: (agentId: string) => boolean = () => true;
  readonly #platform: Platform;
  readonly #shard: string;
  readonly #listener: EngineListener;
  #lease: Lease | undefined;
  #ready: Promise<void>;
  #pending: Pending[] = [];
  #writing: Promise<void> | undefined;
  #wake: NodeJS.Timeout | undefined;
  #renew: NodeJS.Timeout | undefined;
  #clockOffset = 0;
  #restarting = false;
  /** The engine is there and holds the shard. */
  #deciding = false;
  #closed = false;

  constructor(platform: Platform, shard: string, listener: EngineListener) {
    this.#platform = platform;
    this.#shard = shard;
    this.#listener = listener;
    this.#ready = this.#begin();
    this.#ready.catch(() => undefined);
  }

  /** Resolves once it holds the shard and knows everything. */
  async ready(): Promise<void> {
    // It may have started again between being ready and being told so.
    for (let waited: unknown; waited !== this.#ready; ) {
      waited = this.#ready;
      await this.#ready;
    }
  }

  get epoch(): number {
    return this.#lease?.epoch ?? 0;
  }

  /** The wall clock at the start, then the monotonic one: a clock set an hour ahead makes nothing expire. */
  now(): number {
    return Math.round(this.#platform.clock.monotonicMs() + this.#clockOffset);
  }

  /** Durable once it resolves; the commands are decided together, before this returns where that is possible. */
  async submit(...commands: readonly Command[]): Promise<Decision[]> {
    if (!this.#deciding) await this.ready();
    const now = this.now();
    const decisions = commands.flatMap((command) => decide(this.engine, command, now));
    const written = Promise.withResolvers<Decision[]>();
    // First in line, then told: what follows from the news is written behind it.
    this.#pending.push({ decisions, ...written });
    this.#listener.decided(decisions);
    this.#schedule();
    this.#writing ??= this.#writeAll();
    return await written.promise;
  }

  /** What people set has changed: read it again and let the engine match by it. */
  async reload(): Promise<void> {
    await this.ready();
    const settings = await asSystem(this.#platform, "router", loadSettings);
    this.settings = settings;
    const queues = [...settings.queues.values()].map(queueSettings);
    const changed = queues.filter((queue) => {
      const known = this.engine.queues.get(queue.queueId)?.settings;
      return JSON.stringify(known) !== JSON.stringify(queue);
    });
    await this.submit(
      ...changed.map((queue): Command => ({ kind: "configure-queue", queue })),
      ...[...this.scopes].map(
        ([agentId, scope]): Command => ({
          kind: "configure-agent",
          agent: this.settingsOf(agentId, scope),
        }),
      ),
    );
  }

  /** What people set, less what the agent cannot be reached by now. */
  settingsOf(agentId: string, scope: AgentScope, settings: Settings = this.settings): AgentSettings {
    const own = agentSettings(settings, agentId, scope);
    return this.hasTelephone(agentId) ? own : withoutVoice(own);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#wake);
    clearInterval(this.#renew);
    await this.#writing;
    await this.#lease?.close();
    await this.#ready.catch(() => undefined);
    await this.#lease?.close();
  }

  async #begin(): Promise<void> {
    this.#lease = undefined;
    while (!this.#lease) {
      if (this.#closed) throw new Error("The router was closed");
      try {
        this.#lease = await Lease.take(this.#platform, this.#shard);
      } catch (error) {
        if (!this.#closed) this.#platform.log.warn({ err: error }, "router cannot reach the database yet");
      }
      if (!this.#lease) await sleep(STANDBY_MS);
    }
    await this.#load();
    clearInterval(this.#renew);
    this.#renew = setInterval(() => void this.#renewLease(), RENEW_MS);
    this.#renew.unref();
    this.#platform.log.info({ shard: this.#shard, epoch: this.epoch }, "router holds the shard");
  }

  async #load(): Promise<void> {
    const { clock } = this.#platform;
    this.#clockOffset = clock.now().getTime() - clock.monotonicMs();
    const loaded = await loadEngine(this.#platform, () => this.now(), this.settingsOf.bind(this));
    this.engine = loaded.engine;
    this.settings = loaded.settings;
    this.scopes = loaded.scopes;
    this.cards = loaded.cards;
    const resumed = decide(this.engine, { kind: "resume", graceMs: RESTART_GRACE_MS }, this.now());
    await this.#write([{ decisions: resumed, resolve: () => undefined, reject: () => undefined }]);
    this.#listener.decided(resumed);
    this.#deciding = true;
    this.#schedule();
  }

  async #writeAll(): Promise<void> {
    while (this.#pending.length > 0) {
      const batch = this.#pending;
      this.#pending = [];
      try {
        await this.#write(batch);
      } catch (error) {
        this.#fail([...batch, ...this.#pending], error);
      }
    }
    this.#writing = undefined; // in the same turn as the last look, so that whoever comes next begins anew
  }

  async #write(batch: readonly Pending[]): Promise<void> {
    const { engine } = this;
    const decisions = batch.flatMap((pending) => pending.decisions);
    const written = persistedChange(engine, decisions, this);
    const agentIds = new Set(engine.changes?.agents);
    if (engine.changes) clearChanges(engine.changes);
    if (written) {
      const seqs = await this.#lease?.persist(written.change);
      this.#platform.events.announce(written.events.map((event, n) => announced(event, seqs?.[n] ?? 0)));
    }
    this.#listener.persisted({ decisions, agentIds });
    for (const pending of batch) pending.resolve(pending.decisions);
  }

  /** Memory is ahead of the rows: forget it. */
  #fail(batch: readonly Pending[], error: unknown): void {
    this.#pending = [];
    this.#deciding = false;
    this.#listener.lost(batch.flatMap(({ decisions }) => decisions));
    for (const pending of batch) {
      pending.reject(
        new DomainError("conflict", "Routing is starting again; repeat this in a moment", {
          key: "routingRestarting",
          cause: error,
        }),
      );
    }
    if (this.#closed || this.#restarting) return;
    this.#restarting = true;
    const stale = error instanceof StaleRouter;
    this.#platform.log.error({ err: error, stale }, "router could not write; starting again from the rows");
    clearTimeout(this.#wake);
    this.#ready = this.#restart(stale).finally(() => {
      this.#restarting = false;
    });
    this.#ready.catch(() => undefined);
  }

  async #restart(stale: boolean): Promise<void> {
    if (stale) {
      await this.#lease?.close();
      return await this.#begin();
    }
    for (;;) {
      try {
        return await this.#load();
      } catch (error) {
        if (this.#closed) throw error;
        if (error instanceof StaleRouter) return await this.#restart(true);
        this.#platform.log.error({ err: error }, "router cannot read its rows; trying again");
        await sleep(STANDBY_MS);
      }
    }
  }

  async #renewLease(): Promise<void> {
    try {
      await this.#lease?.renew();
    } catch (error) {
      if (error instanceof StaleRouter && !this.#closed) this.#fail(this.#pending, error);
    }
  }

  #schedule(): void {
    clearTimeout(this.#wake);
    const wakeAt = nextWakeAt(this.engine);
    if (wakeAt === null || this.#closed) return;
    const delay = Math.max(0, Math.min(wakeAt - this.now(), 60_000));
    // A refused write has started the router again already.
    this.#wake = setTimeout(() => void this.submit({ kind: "tick" }).catch(() => undefined), delay);
    this.#wake.unref();
  }
}

function announced({ type, tenantId, key, at, data }: EventRow, seq: number): AnnouncedEvent {
  return { seq, type, tenantId: tenantId as TenantId, key, at: new Date(at), data };
}
