import {
  type Context,
  DomainError,
  emit,
  type InteractionId,
  type TicketId,
  type TopicId,
  type UserId,
} from "../../platform/index.ts";
import { readTopicsById } from "../../tenants/index.ts";
import { interactionDispositioned } from "../events.ts";
import { which } from "../interactions/event-facts.ts";
import { attachTicket } from "../interactions/mark-interaction.ts";
import { lockInteraction, setResult } from "../interactions/store.ts";
import { listOutcomeCodes } from "./outcome-codes.ts";
import { type DispositionRecord, insertDisposition, latestDisposition, tookPart } from "./store.ts";

export interface RecordDisposition {
  readonly interactionId: InteractionId;
  readonly topicId: TopicId;
  readonly outcomeCode: string;
  readonly summary: string;
  readonly ticketId?: TicketId | undefined;
  /** True where the author may do it for contacts of others (a supervisor). */
  readonly forOthers?: boolean | undefined;
}

/** Writes the coded result. A new one supersedes the one before; saying the same again changes nothing. */
export async function recordDisposition(ctx: Context, input: RecordDisposition): Promise<DispositionRecord> {
  const interaction = await lockInteraction(ctx, input.interactionId);
  const agentId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  await checkAuthor(ctx, { agentId, input });
  const codes = await listOutcomeCodes(ctx, interaction.tenantId);
  const outcome = codes.find((code) => code.code === input.outcomeCode && code.active);
  if (!outcome) {
    throw new DomainError(
      "invalid",
      `The outcome code ${input.outcomeCode} does not exist here or is switched off`,
      {
        key: "outcomeCodeUnknown",
        params: { code: input.outcomeCode },
      },
    );
  }
  const summary = input.summary.trim();
  if (outcome.requiresSummary && summary === "") {
    throw new DomainError(
      "invalid",
      `"${outcome.name}" needs a summary: write in one sentence what happened`,
      {
        key: "summaryRequired",
        params: { outcome: outcome.name },
      },
    );
  }
  if ((await readTopicsById(ctx, [input.topicId])).length === 0) {
    throw new DomainError("invalid", "There is no such topic here; choose one from the tree", {
      key: "topicUnknown",
    });
  }
  const row: DispositionRecord = {
    id: ctx.ids.uuid(),
    tenantId: interaction.tenantId,
    interactionId: interaction.id,
    agentId,
    topicId: input.topicId,
    outcomeCode: outcome.code,
    outcomeName: outcome.name,
    summary,
    ticketId: input.ticketId ?? null,
    at: ctx.clock.now(),
  };
  const before = await latestDisposition(ctx, interaction.id);
  if (before && saysTheSame(before, row)) return before;
  await insertDisposition(ctx, row);
  await setResult(ctx, {
    id: interaction.id,
    topicId: row.topicId,
    outcomeCode: row.outcomeCode,
    ticketId: row.ticketId,
  });
  if (row.ticketId) await attachTicket(ctx, { interactionId: interaction.id, ticketId: row.ticketId });
  await emit(ctx, interactionDispositioned, {
    tenantId: interaction.tenantId,
    key: interaction.id,
    data: {
      ...which(interaction),
      agentId,
      topicId: row.topicId,
      outcomeCode: row.outcomeCode,
      outcomeKind: outcome.kind,
      ticketId: row.ticketId,
      at: row.at.toISOString(),
    },
  });
  return row;
}

async function checkAuthor(
  ctx: Context,
  { agentId, input }: { agentId: UserId | null; input: RecordDisposition },
): Promise<void> {
  if (agentId === null || input.forOthers) return;
  if (await tookPart(ctx, { interactionId: input.interactionId, agentId })) return;
  throw new DomainError(
    "forbidden",
    "Only who attended this contact, or a supervisor, may type its outcome",
    {
      key: "notYourContact",
    },
  );
}

function saysTheSame(a: DispositionRecord, b: DispositionRecord): boolean {
  return (
    a.agentId === b.agentId &&
    a.topicId === b.topicId &&
    a.outcomeCode === b.outcomeCode &&
    a.summary === b.summary &&
    a.ticketId === b.ticketId
  );
}
