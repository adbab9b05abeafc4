import type { Command } from "../engine/commands.ts";
import { decide } from "../engine/decide.ts";
import type { Decision } from "../engine/decisions.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import type { AgentSettings, QueueSettings } from "../engine/settings.ts";
import { strategies } from "../strategies/registry.ts";

export const START = 1_000_000;

export interface Centre {
  readonly engine: Engine;
  readonly at: (ms: number) => Centre;
  readonly does: (...commands: Command[]) => Decision[];
}

/** A small centre on a clock of its own; `at` sets the milliseconds since its start. */
export function centre(queues: QueueSettings[], agents: AgentSettings[]): Centre {
  let offers = 0;
  let now = START;
  const engine = createEngine({ strategies, newOfferId: () => `offer-${++offers}`, trackChanges: false });
  const self: Centre = {
    engine,
    at: (ms) => {
      now = START + ms;
      return self;
    },
    does: (...commands) => commands.flatMap((command) => decide(engine, command, now)),
  };
  for (const queue of queues) self.does({ kind: "configure-queue", queue });
  for (const agent of agents) self.does({ kind: "configure-agent", agent });
  return self;
}

export const call = (interactionId: string, queueId = "water", more = {}): Command => ({
  kind: "enqueue",
  interactionId,
  queueId,
  channel: "voice",
  ...more,
});
export const ready = (agentId: string): Command[] => [
  { kind: "agent-present", agentId },
  { kind: "set-agent-state", agentId, state: "ready", reason: null },
];
export const accept = (offerId: string, agentId: string): Command => ({ kind: "accept", offerId, agentId });
export const hangUp = (agentId: string, interactionId: string): Command => ({
  kind: "contact-ended",
  agentId,
  interactionId,
});
export const talk = (offerId: string, agentId: string, interactionId: string): Command[] => [
  accept(offerId, agentId),
  { kind: "connected", agentId, interactionId },
];

export function offersIn(decisions: Decision[]): string[] {
  return decisions.flatMap((d) => (d.kind === "offer.made" ? [`${d.interactionId}→${d.agentId}`] : []));
}
type DecisionOf<Kind> = Decision extends infer One
  ? One extends Decision
    ? Kind extends One["kind"]
      ? One
      : never
    : never
  : never;

export function of<Kind extends Decision["kind"]>(decisions: Decision[], kind: Kind): DecisionOf<Kind>[] {
  return decisions.filter((decision) => decision.kind === kind) as DecisionOf<Kind>[];
}
