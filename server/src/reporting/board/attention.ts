import type { AttentionItem, BoardAgent, BoardQueue, BoardTrunk } from "@vera/contracts/board";

// When a supervisor is asked to look. Fixed for now; each is one line to make a setting of.
const LONG_CONTACT_MS = 900_000;
const LONG_FOR_QUEUE_FACTOR = 2;
const ENOUGH_HANDLED = 5;
const SHORTEST_LONG_MS = 300_000;
const LONG_WRAP_UP_MS = 300_000;
const ENOUGH_SEIZURES = 10;
const LOW_ASR = 0.4;

export interface Shown {
  readonly queues: Readonly<Record<string, BoardQueue>>;
  readonly agents: Readonly<Record<string, BoardAgent>>;
  readonly trunks: Readonly<Record<string, BoardTrunk>>;
}

/** What needs somebody now, from what the board shows. Pure: the same board at the same time gives the same list. */
export function attentionItems(shown: Shown, nowMs: number): Record<string, AttentionItem> {
  const items = [
    ...Object.entries(shown.queues).flatMap(([id, queue]) => ofQueue(id, queue, nowMs)),
    ...Object.entries(shown.agents).flatMap(([id, agent]) => ofAgent(id, { agent, shown, nowMs })),
    ...Object.entries(shown.trunks).flatMap(([id, trunk]) => ofTrunk(id, trunk, nowMs)),
  ];
  return Object.fromEntries(items.map((item) => [`${item.kind}:${item.subjectId}`, item]));
}

const nothing = { queueId: null, interactionId: null, agentId: null };

function ofQueue(subjectId: string, queue: BoardQueue, nowMs: number): AttentionItem[] {
  if (queue.longestSince === null || queue.readyAgents > 0) return [];
  const crossedMs = Date.parse(queue.longestSince) + queue.thresholdSeconds * 1000;
  if (nowMs < crossedMs) return [];
  const params = { queue: queue.name, waiting: queue.waiting, longestSince: queue.longestSince };
  const since = new Date(crossedMs).toISOString();
  return [{ kind: "queue-over-threshold", subjectId, since, params, ...nothing, queueId: subjectId }];
}

interface OfAgent {
  readonly agent: BoardAgent;
  readonly shown: Shown;
  readonly nowMs: number;
}

function ofAgent(subjectId: string, { agent, shown, nowMs }: OfAgent): AttentionItem[] {
  const item = (kind: AttentionItem["kind"], since: string): AttentionItem[] => [
    {
      kind,
      subjectId,
      since,
      params: {
        agent: agent.name,
        since: agent.activity === "idle" ? agent.since : (agent.activitySince ?? agent.since),
      },
      queueId: agent.queueId,
      interactionId: agent.interactionId,
      agentId: subjectId,
    },
  ];
  if (agent.state === "paused" && agent.pauseReason === "not-responding") {
    return item("not-responding", agent.since);
  }
  if (agent.activitySince === null) return [];
  const limitMs = limitOf(agent, shown);
  const crossedMs = Date.parse(agent.activitySince) + limitMs;
  if (nowMs < crossedMs) return [];
  return item(
    agent.activity === "wrap-up" ? "long-wrap-up" : "long-contact",
    new Date(crossedMs).toISOString(),
  );
}

/** Twice what the queue usually takes, once it has handled enough to know. */
function limitOf({ activity, queueId }: BoardAgent, shown: Shown): number {
  if (activity === "wrap-up") return LONG_WRAP_UP_MS;
  if (activity !== "on-contact") return Number.POSITIVE_INFINITY;
  const aht = queueId === null ? undefined : shown.queues[queueId]?.aht;
  if (!aht || aht.denominator < ENOUGH_HANDLED) return LONG_CONTACT_MS;
  return Math.max(SHORTEST_LONG_MS, (LONG_FOR_QUEUE_FACTOR * aht.numerator) / aht.denominator);
}

function ofTrunk(subjectId: string, trunk: BoardTrunk, nowMs: number): AttentionItem[] {
  const { numerator, denominator } = trunk.asrHour;
  if (denominator < ENOUGH_SEIZURES || numerator / denominator >= LOW_ASR) return [];
  const params = { trunk: trunk.name, answered: numerator, seizures: denominator };
  const hour = new Date(nowMs - (nowMs % 3_600_000)).toISOString();
  return [{ kind: "trunk-asr-low", subjectId, since: hour, params, ...nothing }];
}
