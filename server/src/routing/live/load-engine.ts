import { asSystem, type Platform } from "../../platform/index.ts";
import { clearChanges } from "../engine/changes.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { restore } from "../engine/restore.ts";
import type { AgentSettings } from "../engine/settings.ts";
import { strategies } from "../strategies/registry.ts";
import type { Card } from "./card.ts";
import { type AgentScope, loadSettings, queueSettings, type Settings } from "./load-settings.ts";
import { type LiveRows, readLiveRows } from "./store.ts";

/** An engine as the rows say, and what the router keeps beside it. */
export interface LoadedEngine {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly scopes: Map<string, AgentScope>;
  readonly cards: Map<string, Card>;
}

type SettingsOf = (agentId: string, scope: AgentScope, settings: Settings) => AgentSettings;

/** Everything from the database; nothing is decided yet. `now` in milliseconds of the router's clock. */
export async function loadEngine(
  platform: Platform,
  now: () => number,
  settingsOf: SettingsOf,
): Promise<LoadedEngine> {
  const { settings, rows } = await asSystem(platform, "router", async (ctx) => ({
    settings: await loadSettings(ctx),
    rows: await readLiveRows(ctx),
  }));
  const scopes = new Map(
    rows.agents.map(({ agentId, tenantId, tenants }) => [agentId, { tenantId, tenants }]),
  );
  const engine = createEngine({ strategies, newOfferId: () => platform.ids.uuid(), trackChanges: true });
  restore(
    engine,
    {
      queues: [...settings.queues.values()].map(queueSettings),
      agents: [...scopes].map(([agentId, scope]) => settingsOf(agentId, scope, settings)),
      agentRows: rows.agents,
      waiting: rows.waiting,
      offers: rows.offers,
      contacts: rows.contacts,
      wrapUps: rows.wrapUps,
    },
    now(),
  );
  if (engine.changes) clearChanges(engine.changes);
  return { engine, settings, scopes, cards: cardsOf(rows) };
}

function cardsOf({ wrapUps, contacts, waiting }: LiveRows): Map<string, Card> {
  return new Map(
    [...wrapUps, ...contacts, ...waiting].map(({ interactionId, card }) => [interactionId, card]),
  );
}
