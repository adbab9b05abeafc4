import type { Channel, Direction, EndReason, InteractionState } from "@vera/contracts/conversations";
import { type Context, many, type Sql, sql } from "../../../platform/index.ts";
import type { Cursor } from "../cursor.ts";
import type { InteractionFilter } from "../interaction-filter.ts";

export interface ListedInteraction {
  readonly id: string;
  readonly conversationId: string;
  readonly parentId: string | null;
  readonly tenantId: string;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly state: InteractionState;
  readonly entryPointId: string | null;
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly citizenId: string | null;
  readonly queueId: string | null;
  readonly agentId: string | null;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: EndReason | null;
  readonly waitMs: number;
  readonly talkMs: number;
  readonly holdMs: number;
  readonly wrapUpMs: number;
  readonly emergency: string | null;
  readonly topicId: string | null;
  readonly outcomeCode: string | null;
  readonly ticketId: string | null;
  readonly hasRecording: boolean;
  /** What the page is sorted by, as the database writes it: for the cursor. */
  readonly sortValue: string;
}

const SORT_COLUMNS = {
  startedAt: sql`i.started_at`,
  waitMs: sql`i.wait_ms`,
  talkMs: sql`i.talk_ms`,
} as const;

// Running segments count up to `now`, so that a live contact shows its true lengths.
function columns(now: Date): Sql<unknown> {
  const running = (...kinds: string[]) => sql`coalesce((
    select sum(greatest(0, extract(epoch from ${now}::timestamptz - s.started_at) * 1000))::bigint
    from conversations.segment s
    where s.interaction_id = i.id and s.ended_at is null and s.kind = any(${kinds})), 0)`;
  return sql`
    i.id, i.conversation_id as "conversationId", i.parent_id as "parentId", i.tenant_id as "tenantId", i.channel,
    i.direction, i.state, i.entry_point_id as "entryPointId", i.from_address as "fromAddress",
    i.to_address as "toAddress", i.citizen_id as "citizenId", i.queue_id as "queueId", i.agent_id as "agentId",
    i.started_at as "startedAt", i.answered_at as "answeredAt", i.ended_at as "endedAt", i.end_reason as "endReason",
    i.wait_ms + ${running("queue")} as "waitMs", i.talk_ms + ${running("talk")} as "talkMs",
    i.hold_ms + ${running("hold", "consult")} as "holdMs", i.wrap_up_ms + ${running("wrap-up")} as "wrapUpMs",
    i.emergency, i.topic_id as "topicId", i.outcome_code as "outcomeCode", i.ticket_id as "ticketId",
    exists (select from conversations.attachment a where a.interaction_id = i.id and a.kind = 'recording')
      as "hasRecording"`;
}

export interface Page {
  readonly sort: keyof typeof SORT_COLUMNS;
  readonly order: "asc" | "desc";
  readonly after: Cursor | null;
  readonly limit: number;
}

export async function listInteractionRows(
  ctx: Context,
  { filter, page, now }: { filter: InteractionFilter; page: Page; now: Date },
): Promise<ListedInteraction[]> {
  const column = SORT_COLUMNS[page.sort];
  const direction = page.order === "asc" ? sql`asc` : sql`desc`;
  const conditions = [...conditionsOf(filter)];
  if (page.after) {
    const beyond = page.order === "asc" ? sql`>` : sql`<`;
    const value =
      page.sort === "startedAt" ? sql`${page.after.value}::timestamptz` : sql`${page.after.value}::bigint`;
    conditions.push(sql`(${column}, i.id) ${beyond} (${value}, ${page.after.id}::uuid)`);
  }
  return await many<ListedInteraction>(
    ctx,
    sql`select ${columns(now)}, (${column})::text as "sortValue" from conversations.interaction i
        where ${sql.join(conditions, sql` and `)}
        order by ${column} ${direction}, i.id ${direction} limit ${page.limit}`,
  );
}

export async function findInteractionRow(
  ctx: Context,
  { id, now }: { id: string; now: Date },
): Promise<ListedInteraction | undefined> {
  const rows = await many<ListedInteraction>(
    ctx,
    sql`select ${columns(now)}, '' as "sortValue" from conversations.interaction i where i.id = ${id}`,
  );
  return rows[0];
}

function conditionsOf(filter: InteractionFilter): Sql<unknown>[] {
  const equal: [Sql<unknown>, unknown][] = [
    [sql`i.tenant_id`, filter.tenantId],
    [sql`i.channel`, filter.channel],
    [sql`i.direction`, filter.direction],
    [sql`i.state`, filter.state],
    [sql`i.end_reason`, filter.endReason],
    [sql`i.citizen_id`, filter.citizenId],
    [sql`i.topic_id`, filter.topicId],
    [sql`i.outcome_code`, filter.outcomeCode],
  ];
  return [
    sql`true`,
    ...equal.filter(([, value]) => value !== undefined).map(([column, value]) => sql`${column} = ${value}`),
    ...(filter.from ? [sql`i.started_at >= ${filter.from}`] : []),
    ...(filter.to ? [sql`i.started_at < ${filter.to}`] : []),
    ...inSegments(filter),
    ...(filter.addressDigits ? [addressLike(filter.addressDigits)] : []),
    ...isNull(sql`i.emergency`, filter.emergency === undefined ? undefined : !filter.emergency),
    ...isNull(sql`i.answered_at`, filter.answered === undefined ? undefined : !filter.answered),
    ...(filter.undispositioned ? [sql`i.outcome_code is null and i.answered_at is not null`] : []),
  ];
}

/** Any queue it waited in, any agent who took part: not only the last. */
function inSegments({ queueId, agentId }: InteractionFilter): Sql<unknown>[] {
  const through = (condition: Sql<unknown>) =>
    sql`exists (select from conversations.segment s where s.interaction_id = i.id and ${condition})`;
  return [
    ...(queueId ? [through(sql`s.kind = 'queue' and s.queue_id = ${queueId}`)] : []),
    ...(agentId ? [through(sql`s.kind <> 'offer' and s.agent_id = ${agentId}`)] : []),
  ];
}

function addressLike(text: string): Sql<unknown> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(i.from_address ilike ${pattern} or i.to_address ilike ${pattern})`;
}

function isNull(column: Sql<unknown>, wanted: boolean | undefined): Sql<unknown>[] {
  if (wanted === undefined) return [];
  return [wanted ? sql`${column} is null` : sql`${column} is not null`];
}
