import { admit } from "./admit.ts";
import type { Enqueue, WithdrawReason } from "./commands.ts";
import { dropContact } from "./contacts.ts";
import { demandFor } from "./demands.ts";
import { type Engine, refuse } from "./engine.ts";
import { endOffer } from "./hold-agent.ts";
import { channelIndex, type Interaction, NO_TIMER, type QueueRecord } from "./records.ts";
import { settle } from "./settle.ts";
import { tellDequeued, tellQueued } from "./tell.ts";
import { forget, scoreOf, stopWaiting } from "./waiting.ts";

/** Queues that overflow into each other end after this many hops. */
const MAX_OVERFLOWS = 5;

export function enqueue(engine: Engine, command: Enqueue, now: number) {
  const queue = engine.queues.get(command.queueId);
  if (!queue) return refuse(engine, "unknown-queue", `There is no queue ${command.queueId}`);
  if (!queue.settings.active) return refuse(engine, "queue-closed", `Queue ${command.queueId} is not active`);
  if (engine.interactions.has(command.interactionId)) {
    return refuse(
      engine,
      "already-queued",
      `Interaction ${command.interactionId} already waits for an agent`,
    );
  }
  const interaction = createInteraction(engine, queue, command, now);
  engine.interactions.set(interaction.interactionId, interaction);
  enterQueue(engine, interaction, { queue, fromQueueId: null, overflows: 0 }, now);
}

export function createInteraction(
  engine: Engine,
  queue: QueueRecord,
  command: Enqueue,
  now: number,
): Interaction {
  const channel = channelIndex.get(command.channel) ?? 0;
  const own = command.skills ?? [];
  engine.seq += 1;
  const interaction: Interaction = {
    type: "interaction",
    channel,
    kind: command.contactKind ?? "incoming",
    queue,
    demand: demandFor(engine, queue, { channel, step: 0, own }),
    status: "waiting",
    inLine: false,
    timer: NO_TIMER,
    offer: null,
    excluded: command.exceptAgentId ? new Map([[command.exceptAgentId, Number.POSITIVE_INFINITY]]) : null,
    interactionId: command.interactionId,
    callbackId: command.callbackId ?? null,
    enqueuedAt: command.enqueuedAt ?? now,
    queuedAt: now,
    relaxStep: 0,
    seq: engine.seq,
    score: 0,
    extraPriority: command.priority ?? 0,
    notBefore: command.notBefore ?? 0,
    answeredBy: null,
    skills: own,
    lastAgentId: command.lastAgentId ?? null,
  };
  return interaction;
}

export function isFull({ settings, waiting }: QueueRecord): boolean {
  return settings.maxWaiting !== null && waiting >= settings.maxWaiting;
}

/** Enters a queue, or goes on by overflow when it is full; both ends are told, so that the figures add up. */
function enterQueue(
  engine: Engine,
  interaction: Interaction,
  { queue, fromQueueId, overflows }: { queue: QueueRecord; fromQueueId: string | null; overflows: number },
  now: number,
) {
  interaction.queue = queue;
  interaction.queuedAt = now;
  interaction.score = scoreOf(interaction);
  tellQueued(engine, interaction, fromQueueId, now);
  if (isFull(queue)) {
    return overflow(engine, interaction, { reason: "overflow", overflows }, now);
  }
  admit(engine, interaction, now);
}

function overflow(
  engine: Engine,
  interaction: Interaction,
  { reason, overflows }: { reason: "overflow" | "timeout"; overflows: number },
  now: number,
) {
  const target = interaction.queue.settings.overflow;
  const next = target.kind === "queue" ? engine.queues.get(target.queueId) : undefined;
  const goesOn = next?.settings.active && next !== interaction.queue && overflows < MAX_OVERFLOWS;
  tellDequeued(engine, interaction, { reason, toQueueId: goesOn ? next.settings.queueId : null }, now);
  if (!goesOn) return forget(engine, interaction);
  const fromQueueId = interaction.queue.settings.queueId;
  enterQueue(engine, interaction, { queue: next, fromQueueId, overflows: overflows + 1 }, now);
}

export function withdraw(
  engine: Engine,
  { interactionId, reason }: { interactionId: string; reason: WithdrawReason },
  now: number,
) {
  const interaction = engine.interactions.get(interactionId);
  if (!interaction) {
    return refuse(engine, "unknown-interaction", `Interaction ${interactionId} does not wait for an agent`);
  }
  const { answeredBy } = interaction;
  if (answeredBy) return dropContact(engine, answeredBy, interactionId, now);
  leave(engine, interaction, reason, now);
}

function leave(engine: Engine, interaction: Interaction, reason: WithdrawReason, now: number) {
  const agent = interaction.offer?.agent;
  if (interaction.offer) endOffer(engine, interaction.offer, "withdrawn", now);
  stopWaiting(engine, interaction);
  forget(engine, interaction);
  tellDequeued(engine, interaction, { reason }, now);
  if (agent) settle(engine, agent, now);
}

/** The person hangs up and keeps the place: the callback waits where the call did. */
export function keepPlaceAsCallback(
  engine: Engine,
  command: { interactionId: string; callbackInteractionId: string; callbackId: string },
  now: number,
) {
  const call = engine.interactions.get(command.interactionId);
  if (!call || call.answeredBy) {
    return refuse(
      engine,
      "unknown-interaction",
      `Interaction ${command.interactionId} does not wait any more`,
    );
  }
  if (engine.interactions.has(command.callbackInteractionId)) {
    return refuse(engine, "already-queued", `Interaction ${command.callbackInteractionId} already waits`);
  }
  leave(engine, call, "callback", now);
  const callback: Interaction = {
    ...call,
    interactionId: command.callbackInteractionId,
    kind: "callback",
    callbackId: command.callbackId,
    queuedAt: now,
    offer: null,
    excluded: null,
    inLine: false,
    timer: NO_TIMER,
  };
  engine.interactions.set(callback.interactionId, callback);
  tellQueued(engine, callback, null, now);
  admit(engine, callback, now);
}

/** Its relax step, the end of its patience, its appointment or an exclusion is due. */
export function interactionDue(engine: Engine, interaction: Interaction, now: number) {
  const { maxWaitMs } = interaction.queue.settings;
  const waited = interaction.status === "waiting" && interaction.kind === "incoming";
  stopWaiting(engine, interaction);
  if (waited && maxWaitMs !== null && now >= interaction.queuedAt + maxWaitMs) {
    return overflow(engine, interaction, { reason: "timeout", overflows: 0 }, now);
  }
  admit(engine, interaction, now);
}
