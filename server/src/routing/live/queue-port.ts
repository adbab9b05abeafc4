import { asSystem, DomainError, type QueueId } from "../../platform/index.ts";
import { openState } from "../../tenants/index.ts";
import { writeCallback } from "../callbacks/request-callback.ts";
import type { WithdrawReason } from "../engine/commands.ts";
import { placeOf } from "../engine/estimate.ts";
import type { WaitOutcome } from "./queue-waits.ts";
import type { Router } from "./router.ts";

export interface QueueEntryInput {
  readonly interactionId: string;
  readonly tenantId: string;
  readonly citizenId: string | null;
  readonly queueId: string;
  /** 0 normal … 10 first: added to the queue's own. */
  readonly priority: number;
  readonly callerNumber: string | null;
  /** Who the number may be: shown as a hint, never identification. Nobody waits for it. */
  readonly callerName?: Promise<string | null>;
  readonly topic: string | null;
}

/** What a flow or a telephone asks of the ACD; processes/ hands it to ivr and voice. All of it may be repeated. */
export interface QueueDoor {
  enter(entry: QueueEntryInput): Promise<{ outcome: WaitOutcome }>;
  place(interactionId: string): Promise<{ position: number; estimatedWaitSeconds: number | null } | null>;
  keepPlace(request: { interactionId: string; number: string }): Promise<"kept" | "refused">;
  leave(request: {
    interactionId: string;
    reason: "timeout" | "abandoned" | "emergency" | "left";
  }): Promise<void>;
  /** A callback without having waited: its place counts from now. */
  request(wish: QueueEntryInput & { number: string }): Promise<"accepted" | "refused">;
}

export function queueDoor(router: Router): QueueDoor {
  return {
    enter: (entry) => enter(router, entry),
    place: (interactionId) => place(router, interactionId),
    keepPlace: (request) => keepPlace(router, request),
    leave: async ({ interactionId, reason }) => {
      // An agent has it already: only the person can still undo that.
      if (isAnswered(router, interactionId) && reason !== "abandoned") return;
      // The flow's own patience: told before the withdrawal, which would count as "left".
      if (reason === "timeout" && isWaiting(router, interactionId))
        router.waits.end(interactionId, "timeout");
      await router.withdraw(interactionId, reason satisfies WithdrawReason);
    },
    request: (wish) => requestCallback(router, wish),
  };
}

async function enter(router: Router, entry: QueueEntryInput): Promise<{ outcome: WaitOutcome }> {
  await router.live.ready();
  const { interactionId, queueId, priority, callerNumber, callerName, citizenId, topic } = entry;
  const waiting = router.live.engine.interactions.get(interactionId);
  if (waiting?.answeredBy) return { outcome: "answered" };
  if (waiting) return { outcome: await router.waits.for(interactionId) };
  if (await isClosed(router, entry)) return { outcome: "closed" };
  const outcome = router.waits.for(interactionId);
  try {
    await router.enqueue({
      interactionId,
      queueId,
      channel: "voice",
      priority,
      card: { caller: { number: callerNumber, name: null, citizenId }, topic },
    });
    void callerName?.then((name) => name !== null && router.callerNamed(interactionId, name));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "conflict") throw error;
    // Switched off between the look and the entry.
    if (!isWaiting(router, interactionId)) router.waits.end(interactionId, "closed");
  }
  return { outcome: await outcome };
}

function isWaiting(router: Router, interactionId: string): boolean {
  return router.live.engine.interactions.has(interactionId);
}

function isAnswered(router: Router, interactionId: string): boolean {
  return Boolean(router.live.engine.interactions.get(interactionId)?.answeredBy);
}

async function isClosed(router: Router, { queueId, tenantId }: QueueEntryInput): Promise<boolean> {
  const known = router.live.settings.queues.get(queueId);
  if (!known) await router.live.reload();
  const queue = router.live.settings.queues.get(queueId);
  if (!queue || queue.tenantId !== tenantId) {
    throw new DomainError("not-found", `There is no queue ${queueId}`, { key: "queueNotFound" });
  }
  if (!queue.active) return true;
  const { calendarId } = queue;
  if (calendarId === null) return false;
  const at = router.platform.clock.now();
  const state = await asSystem(router.platform, "router", (ctx) => openState(ctx, { calendarId, at }));
  return !state.open;
}

async function place(
  router: Router,
  interactionId: string,
): Promise<{ position: number; estimatedWaitSeconds: number | null } | null> {
  await router.live.ready();
  const found = placeOf(router.live.engine, interactionId, router.live.now());
  if (!found) return null;
  const { position, estimatedWaitMs } = found;
  return {
    position,
    estimatedWaitSeconds: estimatedWaitMs === null ? null : Math.round(estimatedWaitMs / 1_000),
  };
}

/** Written first, swapped after: a crash in between leaves a request that the next start takes up. */
async function keepPlace(
  router: Router,
  { interactionId, number }: { interactionId: string; number: string },
): Promise<"kept" | "refused"> {
  await router.live.ready();
  const waiting = router.live.engine.interactions.get(interactionId);
  if (!waiting) return "refused";
  const { queueId, tenantId } = waiting.queue.settings;
  const card = router.live.cards.get(interactionId);
  const written = await refusable(() =>
    asSystem(router.platform, "router", (ctx) =>
      writeCallback(ctx, {
        tenantId,
        queueId,
        phone: number,
        name: card?.caller.name ?? null,
        citizenId: card?.caller.citizenId ?? null,
        fromInteractionId: interactionId,
      }),
    ),
  );
  if (!written) return "refused";
  const { callback } = written;
  router.live.cards.set(callback.interactionId, {
    caller: { number, name: callback.name, citizenId: callback.citizenId },
    topic: card?.topic ?? null,
  });
  await router.live.submit({
    kind: "keep-place-as-callback",
    interactionId,
    callbackInteractionId: callback.interactionId,
    callbackId: callback.id,
  });
  return "kept";
}

async function requestCallback(
  router: Router,
  wish: QueueEntryInput & { number: string },
): Promise<"accepted" | "refused"> {
  await router.live.ready();
  const written = await refusable(() =>
    asSystem(router.platform, "router", (ctx) =>
      writeCallback(ctx, {
        tenantId: wish.tenantId,
        queueId: wish.queueId as QueueId,
        phone: wish.number,
        citizenId: wish.citizenId,
        fromInteractionId: wish.interactionId,
      }),
    ),
  );
  if (!written) return "refused";
  const { callback, created } = written;
  if (created) await router.enqueueCallback(callback, wish.topic);
  return "accepted";
}

/** undefined where the queue says no. */
async function refusable<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict") return undefined;
    throw error;
  }
}
