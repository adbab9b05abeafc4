import type { Channel, Direction } from "@vera/contracts/conversations";
import {
  type CitizenId,
  type Context,
  type ConversationId,
  emit,
  type InteractionId,
  inScope,
  type TenantId,
} from "../../platform/index.ts";
import { interactionOpened } from "../events.ts";
import { findByExternalId, insertConversation, insertInteraction, lockInteraction } from "./store.ts";

export interface OpenInteraction {
  readonly tenantId: TenantId;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly entryPointId?: string | undefined;
  readonly citizenId?: CitizenId | undefined;
  /** The provider's id of the call or message: opening it again returns the first interaction. */
  readonly externalId?: string | undefined;
  /** The interaction this one follows (a callback, a second call on the matter): same conversation. */
  readonly parentId?: InteractionId | undefined;
  readonly at?: Date | undefined;
}

export interface OpenedInteraction {
  readonly interactionId: InteractionId;
  readonly conversationId: ConversationId;
  /** False when this external id was open before. */
  readonly created: boolean;
}

/** Writes down that a citizen arrived, before anything is acknowledged to them. Safe to repeat with an external id. */
export async function openInteraction(ctx: Context, input: OpenInteraction): Promise<OpenedInteraction> {
  inScope(ctx, input.tenantId);
  const known = await alreadyOpen(ctx, input);
  if (known) return known;
  const startedAt = input.at ?? ctx.clock.now();
  const citizenId = input.citizenId ?? null;
  const parent = input.parentId ? await lockInteraction(ctx, input.parentId) : undefined;
  const sameMatter = parent?.tenantId === input.tenantId ? parent : undefined;
  const conversationId = sameMatter?.conversationId ?? ctx.ids.uuid<ConversationId>();
  const row = {
    id: ctx.ids.uuid<InteractionId>(),
    tenantId: input.tenantId,
    conversationId,
    parentId: input.parentId ?? null,
    channel: input.channel,
    direction: input.direction,
    entryPointId: input.entryPointId ?? null,
    externalId: input.externalId ?? null,
    fromAddress: input.fromAddress,
    toAddress: input.toAddress,
    citizenId: citizenId ?? sameMatter?.citizenId ?? null,
    startedAt,
  };
  if (!(await insertInteraction(ctx, row))) {
    const first = await alreadyOpen(ctx, input);
    if (first) return first;
    throw new Error(`The external id ${input.channel} ${input.externalId} belongs to another organism`);
  }
  if (!sameMatter) {
    await insertConversation(ctx, {
      id: conversationId,
      tenantId: input.tenantId,
      citizenId,
      openedAt: startedAt,
    });
  }
  await emit(ctx, interactionOpened, {
    tenantId: input.tenantId,
    key: row.id,
    data: {
      interactionId: row.id,
      conversationId,
      channel: row.channel,
      direction: row.direction,
      entryPointId: row.entryPointId,
      citizenId: row.citizenId,
      parentInteractionId: row.parentId,
      startedAt: startedAt.toISOString(),
    },
  });
  return { interactionId: row.id, conversationId, created: true };
}

async function alreadyOpen(ctx: Context, input: OpenInteraction): Promise<OpenedInteraction | undefined> {
  if (input.externalId === undefined) return undefined;
  const known = await findByExternalId(ctx, { channel: input.channel, externalId: input.externalId });
  return known && { interactionId: known.id, conversationId: known.conversationId, created: false };
}
