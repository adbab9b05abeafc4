import type { NewQueue, Queue, QueueChange } from "@vera/contracts/routing-admin";
import {
  audit,
  type Context,
  DomainError,
  emit,
  inScope,
  type QueueId,
  type TenantId,
} from "../../platform/index.ts";
import { queueChanged } from "../events.ts";
import { readSkillsById } from "../skills/store.ts";
import { strategies } from "../strategies/registry.ts";
import {
  changedQueue,
  countWaiting,
  isQueueName,
  queueReply,
  readQueue,
  readQueues,
  saveQueue,
} from "./store.ts";

/** What a new queue gets where the request says nothing. */
export const QUEUE_DEFAULTS: Omit<Queue, "id" | "tenantId" | "name" | "requirements"> = {
  active: true,
  strategy: "longest-idle",
  priority: 0,
  ageingPerMinute: 1,
  relaxSteps: [],
  maxWaiting: null,
  maxWaitSeconds: null,
  overflow: { kind: "flow" },
  offerSeconds: 20,
  wrapUp: { mode: "mandatory-timed", seconds: 120, extensions: 2 },
  serviceLevelSeconds: 20,
  shortAbandonSeconds: 5,
  callbacks: true,
  calendarId: null,
};

export async function createQueue(ctx: Context, input: NewQueue): Promise<Queue> {
  inScope(ctx, input.tenantId as TenantId);
  const queue: Queue = { ...QUEUE_DEFAULTS, ...input, id: ctx.ids.uuid() };
  await save(ctx, queue, "queue.created");
  return queue;
}

export async function changeQueue(ctx: Context, queueId: QueueId, change: QueueChange): Promise<Queue> {
  const before = queueReply(await readQueue(ctx, queueId));
  inScope(ctx, before.tenantId as TenantId);
  const queue = changedQueue(before, change);
  await save(ctx, queue, "queue.changed");
  return queue;
}

/** A queue with a history is switched off, never deleted; who still waits must be served first. */
export async function closeQueue(ctx: Context, queueId: QueueId): Promise<void> {
  const queue = queueReply(await readQueue(ctx, queueId));
  const waiting = await countWaiting(ctx, queueId);
  if (waiting > 0) {
    throw new DomainError("conflict", `Queue ${queue.name} still has ${waiting} waiting; drain it first`, {
      key: "queueNotEmpty",
      params: { name: queue.name, waiting },
    });
  }
  await save(ctx, { ...queue, active: false }, "queue.closed");
}

async function save(ctx: Context, queue: Queue, action: string): Promise<void> {
  await check(ctx, queue);
  await saveQueue(ctx, queue);
  await emit(ctx, queueChanged, {
    tenantId: queue.tenantId as TenantId,
    key: queue.id,
    data: { queueId: queue.id },
  });
  await audit(ctx, {
    action,
    tenantId: queue.tenantId as TenantId,
    subject: { kind: "queue", id: queue.id },
    detail: { ...queue },
  });
}

async function check(ctx: Context, queue: Queue): Promise<void> {
  if (!strategies.some(({ name }) => name === queue.strategy)) {
    throw invalid(`There is no routing strategy "${queue.strategy}"`, "unknownStrategy");
  }
  if (await isQueueName(ctx, { tenantId: queue.tenantId, name: queue.name, exceptId: queue.id })) {
    throw new DomainError("conflict", `There is already a queue called ${queue.name}`, {
      key: "queueNameTaken",
      params: { name: queue.name },
    });
  }
  const times = queue.relaxSteps.map(({ afterSeconds }) => afterSeconds);
  if (times.some((time, n) => n > 0 && time <= (times[n - 1] ?? 0))) {
    throw invalid("The relax steps must come in ascending time", "relaxStepsOrder");
  }
  await checkSkills(ctx, queue);
  await checkOverflow(ctx, queue);
}

async function checkSkills(ctx: Context, queue: Queue): Promise<void> {
  const needed = [...queue.requirements, ...queue.relaxSteps.flatMap(({ requirements }) => requirements)];
  const ids = [...new Set(needed.map(({ skillId }) => skillId))];
  const known = await readSkillsById(ctx, ids);
  const foreign = ids.find((id) => known.get(id)?.tenantId !== queue.tenantId);
  if (foreign) throw invalid(`Skill ${foreign} is not one of the queue's organism`, "unknownSkill");
}

/** Overflow stays inside the organism and never turns in a circle. */
async function checkOverflow(ctx: Context, queue: Queue): Promise<void> {
  if (queue.overflow.kind === "flow") return;
  const next = new Map((await readQueues(ctx)).map((row) => [row.id as string, row]));
  if (next.get(queue.overflow.queueId)?.tenantId !== queue.tenantId) {
    throw invalid("The overflow queue must be one of the same organism", "overflowElsewhere");
  }
  const seen = new Set([queue.id]);
  for (let id: string | null = queue.overflow.queueId; id; id = next.get(id)?.overflowQueueId ?? null) {
    if (seen.has(id)) throw invalid("These queues overflow into each other in a circle", "overflowCircle");
    seen.add(id);
  }
}

function invalid(message: string, key: string): DomainError {
  return new DomainError("invalid", message, { key });
}
