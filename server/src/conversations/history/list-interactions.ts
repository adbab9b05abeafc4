import type { InteractionRow, InteractionsPage, InteractionsQuery } from "@vera/contracts/conversations";
import type { Context } from "../../platform/index.ts";
import type { Surroundings } from "../surroundings.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { filterOf } from "./interaction-filter.ts";
import { type Labels, labelsOf, nameIn } from "./labels.ts";
import { type ListedInteraction, listInteractionRows } from "./listing/store.ts";

/** One page of interactions, as far as the reader may see. */
export async function listInteractions(
  ctx: Context,
  surroundings: Surroundings,
  query: InteractionsQuery,
): Promise<InteractionsPage> {
  const limit = query.limit ?? 50;
  const sort = query.sort ?? "startedAt";
  const rows = await listInteractionRows(ctx, {
    filter: filterOf(query),
    page: {
      sort,
      order: query.order ?? "desc",
      after: query.cursor === undefined ? null : readCursor(query.cursor, sort),
      limit: limit + 1,
    },
    now: ctx.clock.now(),
  });
  const shown = rows.slice(0, limit);
  const labels = await labelsOf(ctx, surroundings, shown);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => toRow(row, labels)),
    nextCursor: last ? writeCursor({ id: last.id, value: last.sortValue }) : null,
  };
}

export function toRow(row: ListedInteraction, labels: Labels): InteractionRow {
  const { parentId: _parent, entryPointId: _entryPoint, sortValue: _sortValue, ...plain } = row;
  return {
    ...plain,
    startedAt: row.startedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    citizenName: nameIn(labels.citizens, row.citizenId),
    queueName: nameIn(labels.queues, row.queueId),
    agentName: nameIn(labels.agents, row.agentId),
    topicName: row.topicId === null ? null : (labels.topics.get(row.topicId)?.at(-1) ?? null),
  };
}
