import type { InteractionDetail } from "@vera/contracts/conversations";
import { type Context, DomainError, eventsOfKey } from "../../platform/index.ts";
import type { Surroundings } from "../surroundings.ts";
import { type Labels, labelsOf, nameIn } from "./labels.ts";
import { toRow } from "./list-interactions.ts";
import { findInteractionRow } from "./listing/store.ts";
import { attachmentsOf, dispositionsOf, notesOf, segmentsOf } from "./store.ts";

/** Everything about one interaction. */
export async function getInteraction(
  ctx: Context,
  surroundings: Surroundings,
  id: string,
): Promise<InteractionDetail> {
  const row = await findInteractionRow(ctx, { id, now: ctx.clock.now() });
  if (!row) throw new DomainError("not-found", `There is no interaction ${id}`);
  const segments = await segmentsOf(ctx, id);
  const dispositions = await dispositionsOf(ctx, id);
  const labels = await labelsOf(ctx, surroundings, [row, ...segments, ...dispositions]);
  const events = await eventsOfKey(ctx, id);
  const articles = await surroundings.articlesRead(ctx, id);
  return {
    ...toRow(row, labels),
    entryPointId: row.entryPointId,
    parentInteractionId: row.parentId,
    segments: segments.map((segment) => ({
      ...segment,
      agentName: nameIn(labels.agents, segment.agentId),
      queueName: nameIn(labels.queues, segment.queueId),
      startedAt: segment.startedAt.toISOString(),
      endedAt: segment.endedAt?.toISOString() ?? null,
    })),
    dispositions: dispositions.map((disposition) => ({
      ...disposition,
      agentName: nameIn(labels.agents, disposition.agentId),
      topicPath: [...pathOf(labels, disposition.topicId)],
      at: disposition.at.toISOString(),
    })),
    notes: (await notesOf(ctx, id)).map((note) => ({ ...note, at: note.at.toISOString() })),
    events: events.map(({ at, type, data }) => ({
      at: at.toISOString(),
      type,
      data: data as Record<string, unknown>,
    })),
    articlesRead: articles.map((article) => ({ ...article, at: article.at.toISOString() })),
    ...(await attached(ctx, surroundings, id)),
  };
}

function pathOf(labels: Labels, topicId: string): readonly string[] {
  return labels.topics.get(topicId) ?? [];
}

async function attached(
  ctx: Context,
  surroundings: Surroundings,
  interactionId: string,
): Promise<Pick<InteractionDetail, "tickets" | "recordings">> {
  const attachments = await attachmentsOf(ctx, interactionId);
  const idsOf = (kind: string) => attachments.filter((row) => row.kind === kind).map((row) => row.attachedId);
  const tickets = await surroundings.tickets(ctx, idsOf("ticket"));
  const recordings = await surroundings.recordings(ctx, idsOf("recording"));
  return {
    tickets: [...tickets].map(([ticketId, { number, subject }]) => ({ ticketId, number, subject })),
    recordings: [...recordings].map(([recordingId, { startedAt, durationMs }]) => ({
      recordingId,
      startedAt: startedAt.toISOString(),
      durationMs,
    })),
  };
}
