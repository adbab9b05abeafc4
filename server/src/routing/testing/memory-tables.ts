import { clearChanges } from "../engine/changes.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { type PersistedState, restore } from "../engine/restore.ts";
import type { AgentRow, ContactRow, OfferRow, WaitingRow, WrapUpRow } from "../engine/rows.ts";
import { collectRows } from "../engine/rows.ts";
import type { AgentSettings, QueueSettings } from "../engine/settings.ts";
import { strategies } from "../strategies/registry.ts";

/** The tables as maps: what a database would hold after each batch. */
export class MemoryTables {
  readonly waiting = new Map<string, WaitingRow>();
  readonly offers = new Map<string, OfferRow>();
  readonly agents = new Map<string, AgentRow>();
  readonly contacts = new Map<string, ContactRow>();
  readonly wrapUps = new Map<string, WrapUpRow>();

  /** Takes over what the engine changed since the last call. */
  persist(engine: Engine): void {
    if (!engine.changes) return;
    const rows = collectRows(engine, engine.changes);
    for (const row of rows.waiting) this.waiting.set(row.interactionId, row);
    for (const id of rows.waitingGone) this.waiting.delete(id);
    for (const row of rows.offers) this.offers.set(row.offerId, row);
    for (const { offerId } of rows.offersEnded) this.offers.delete(offerId);
    for (const row of rows.agents) this.agents.set(row.agentId, row);
    for (const row of rows.contacts) this.contacts.set(`${row.agentId}/${row.interactionId}`, row);
    for (const { agentId, interactionId } of rows.contactsGone)
      this.contacts.delete(`${agentId}/${interactionId}`);
    for (const row of rows.wrapUps) this.wrapUps.set(`${row.agentId}/${row.interactionId}`, row);
    for (const { agentId, interactionId } of rows.wrapUpsGone)
      this.wrapUps.delete(`${agentId}/${interactionId}`);
    clearChanges(engine.changes);
  }

  /** A new engine from the rows alone, as after a crash. */
  rebuild(
    settings: {
      queues: readonly QueueSettings[];
      agents: readonly AgentSettings[];
      newOfferId: () => string;
    },
    now: number,
  ): Engine {
    const engine = createEngine({ strategies, newOfferId: settings.newOfferId, trackChanges: true });
    // Rows come back in no particular order, and as JSON.
    const state: PersistedState = structuredClone({
      queues: settings.queues,
      agents: settings.agents,
      agentRows: [...this.agents.values()].reverse(),
      waiting: [...this.waiting.values()].reverse(),
      offers: [...this.offers.values()].reverse(),
      contacts: [...this.contacts.values()].reverse(),
      wrapUps: [...this.wrapUps.values()].reverse(),
    });
    restore(engine, state, now);
    if (engine.changes) clearChanges(engine.changes);
    return engine;
  }
}
