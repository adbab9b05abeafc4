import { endInteraction, openInteraction } from "../../conversations/index.ts";
import {
  type CitizenId,
  type Context,
  DomainError,
  type InteractionId,
  type QueueId,
  type TenantId,
} from "../../platform/index.ts";
import { readQueue } from "../queues/store.ts";
import {
  type CallbackRow,
  insertCallback,
  moveCallback,
  openCallbackFrom,
  setCallbackPhone,
} from "./store.ts";

export interface CallbackWish {
  readonly tenantId: string;
  readonly queueId: string;
  readonly phone: string;
  readonly name?: string | null;
  readonly citizenId?: string | null;
  readonly fromInteractionId?: string | null;
  readonly notBefore?: Date | null;
}

export type WrittenCallback = Omit<CallbackRow, "queueName" | "state" | "attempts" | "agentId">;

/**
 * Writes the wish with an interaction of its own, on the same matter as the call it came from. Asking again for one call
 * changes the number. `created`: it must now enter the queue.
 */
export async function writeCallback(
  ctx: Context,
  wish: CallbackWish,
): Promise<{
  readonly callback: WrittenCallback;
  readonly created: boolean;
}> {
  const queue = await readQueue(ctx, wish.queueId as QueueId);
  if (queue.tenantId !== wish.tenantId || !queue.callbacks || !queue.active) {
    throw new DomainError("conflict", `Queue ${queue.name} takes no callback requests`, {
      key: "noCallbacks",
    });
  }
  const known = wish.fromInteractionId ? await openCallbackFrom(ctx, wish.fromInteractionId) : undefined;
  if (known) {
    await setCallbackPhone(ctx, { id: known.id, phone: wish.phone });
    return { callback: { ...known, phone: wish.phone }, created: false };
  }
  const { interactionId } = await openInteraction(ctx, {
    tenantId: wish.tenantId as TenantId,
    channel: "voice",
    direction: "outbound",
    fromAddress: "",
    toAddress: wish.phone,
    citizenId: (wish.citizenId ?? undefined) as CitizenId | undefined,
    parentId: (wish.fromInteractionId ?? undefined) as InteractionId | undefined,
  });
  const callback = {
    id: ctx.ids.uuid(),
    tenantId: wish.tenantId,
    queueId: wish.queueId,
    interactionId,
    fromInteractionId: wish.fromInteractionId ?? null,
    phone: wish.phone,
    name: wish.name ?? null,
    citizenId: wish.citizenId ?? null,
    requestedAt: ctx.clock.now(),
    notBefore: wish.notBefore ?? null,
  };
  await insertCallback(ctx, callback);
  return { callback, created: true };
}

/** Each attempt is an interaction of its own on the same matter: the last one has ended. */
export async function anotherAttempt(
  ctx: Context,
  { callback, notBefore }: { callback: CallbackRow; notBefore: Date },
): Promise<string> {
  // Where a call was made, the telephone has said how it ended, and the first reason stays.
  await endInteraction(ctx, {
    interactionId: callback.interactionId as InteractionId,
    reason: "not-answered",
  });
  const { interactionId } = await openInteraction(ctx, {
    tenantId: callback.tenantId as TenantId,
    channel: "voice",
    direction: "outbound",
    fromAddress: "",
    toAddress: callback.phone,
    citizenId: (callback.citizenId ?? undefined) as CitizenId | undefined,
    parentId: callback.interactionId as InteractionId,
  });
  await moveCallback(ctx, { id: callback.id, interactionId, notBefore });
  return interactionId;
}
