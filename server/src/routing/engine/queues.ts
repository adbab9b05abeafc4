import { admit } from "./admit.ts";
import { dropDemands } from "./demands.ts";
import type { Engine } from "./engine.ts";
import type { Interaction, QueueRecord } from "./records.ts";
import type { QueueSettings } from "./settings.ts";
import type { Strategy } from "./strategy.ts";
import { scoreOf, stopWaiting } from "./waiting.ts";

/** A new queue, or new settings of a known one; who waits in it keeps the place and is matched by the new rules. */
export function configureQueue(engine: Engine, settings: QueueSettings, now: number): void {
  const known = engine.queues.get(settings.queueId);
  if (!known) {
    engine.queues.set(settings.queueId, createQueue(engine, settings));
    return;
  }
  const waiting: Interaction[] = [];
  for (const demand of known.demands) waiting.push(...demand.waiting.items());
  for (const interaction of waiting) stopWaiting(engine, interaction);
  dropDemands(engine, known);
  known.settings = settings;
  known.strategy = strategyOf(engine, settings);
  known.ageing = settings.ageingPerMinute / 60_000;
  waiting.sort((a, b) => a.enqueuedAt - b.enqueuedAt || a.seq - b.seq);
  for (const interaction of engine.interactions.values()) {
    if (interaction.queue === known) interaction.score = scoreOf(interaction);
  }
  for (const interaction of waiting) admit(engine, interaction, now);
}

function createQueue(engine: Engine, settings: QueueSettings): QueueRecord {
  return {
    settings,
    strategy: strategyOf(engine, settings),
    ageing: settings.ageingPerMinute / 60_000,
    demands: new Set(),
    plainDemands: [],
    waiting: 0,
    callbacksWaiting: 0,
    offering: 0,
    busySince: 0,
    lastAnsweredAt: 0,
    answerIntervalMs: null,
  };
}

/** A strategy that was removed from the folder falls back to the first of the registry. */
function strategyOf(engine: Engine, settings: QueueSettings): Strategy {
  const strategy = engine.strategies.get(settings.strategy) ?? engine.strategies.values().next().value;
  if (!strategy) throw new Error("The engine was created without strategies");
  return strategy;
}
