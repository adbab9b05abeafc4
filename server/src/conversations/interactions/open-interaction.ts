import type { Channel, Direction } from "@vera/contracts/conversations";
import {
  type CitizenId,
  type Context,
  type ConversationId,
  emitAll,
  happened,
  type InteractionId,
  inScope,
  type SegmentId,
  type TenantId,
} from "../../platform/index.ts";
import { interactionOpened, interactionSegmentStarted } from "../events.ts";
import {
  findByExternalId,
  type InteractionRecord,
  insertOpened,
  lockInteraction,
  type NewInteraction,
} from "./store.ts";

export interface OpenInteraction {
  /** Chosen before it is durable, by whom cannot wait for that. */
  readonly interactionId?: InteractionId | undefined;
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
  /** A flow leads the citizen from the first moment: the first `ivr` segment begins with the interaction. */
  readonly inFlow?: boolean | undefined;
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
  const parent = input.parentId ? await lockInteraction(ctx, input.parentId) : undefined;
  const sameMatter = parent?.tenantId === input.tenantId ? parent : undefined;
  const row = rowOf(ctx, input, sameMatter);
  const ivrSegmentId = input.inFlow ? ctx.ids.uuid<SegmentId>() : null;
  const conversation = sameMatter ? null : { citizenId: row.citizenId };
  if (!(await insertOpened(ctx, { row, conversation, ivrSegmentId }))) {
    const first = await alreadyOpen(ctx, input);
    if (first) return first;
    throw new Error(`The external id ${input.channel} ${input.externalId} belongs to another organism`);
  }
  await tell(ctx, row, ivrSegmentId);
  return { interactionId: row.id, conversationId: row.conversationId, created: true };
}

function rowOf(
  ctx: Context,
  input: OpenInteraction,
  sameMatter: InteractionRecord | undefined,
): NewInteraction {
  return {
    id: input.interactionId ?? ctx.ids.uuid<InteractionId>(),
    tenantId: input.tenantId,
    conversationId: sameMatter?.conversationId ?? ctx.ids.uuid<ConversationId>(),
    parentId: input.parentId ?? null,
    channel: input.channel,
    direction: input.direction,
    entryPointId: input.entryPointId ?? null,
    externalId: input.externalId ?? null,
    fromAddress: input.fromAddress,
    toAddress: input.toAddress,
    citizenId: input.citizenId ?? sameMatter?.citizenId ?? null,
    startedAt: input.at ?? ctx.clock.now(),
  };
}

async function tell(ctx: Context, row: NewInteraction, ivrSegmentId: SegmentId | null): Promise<void> {
  const { id: interactionId, conversationId, channel, direction, tenantId } = row;
  const which = { interactionId, conversationId, channel, direction };
  const startedAt = row.startedAt.toISOString();
  const { entryPointId, citizenId, parentId: parentInteractionId } = row;
  const opened = { ...which, entryPointId, citizenId, parentInteractionId, startedAt };
  const news = [happened(interactionOpened, { tenantId, key: interactionId, data: opened })];
  if (ivrSegmentId !== null) {
    const segment = {
      segmentId: ivrSegmentId,
      kind: "ivr",
      agentId: null,
      queueId: null,
      startedAt,
    } as const;
    const data = { ...which, ...segment };
    news.push(happened(interactionSegmentStarted, { tenantId, key: interactionId, data }));
  }
  await emitAll(ctx, news);
}

async function alreadyOpen(ctx: Context, input: OpenInteraction): Promise<OpenedInteraction | undefined> {
  if (input.externalId === undefined) return undefined;
  const known = await findByExternalId(ctx, { channel: input.channel, externalId: input.externalId });
  return known && { interactionId: known.id, conversationId: known.conversationId, created: false };
}
