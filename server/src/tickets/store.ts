import type { Place, TicketKind, TicketPriority, TicketState } from "@vera/contracts/tickets";
import {
  actorId,
  actorName,
  type CitizenId,
  type Context,
  type InteractionId,
  many,
  maybe,
  run,
  type Sql,
  sql,
  type TenantId,
  type TicketId,
  type TopicId,
  type UserId,
  uuids,
} from "../platform/index.ts";

export interface TicketRow {
  readonly id: TicketId;
  readonly tenantId: TenantId;
  /** Digits only. */
  readonly number: string;
  readonly kind: TicketKind;
  readonly state: TicketState;
  readonly priority: TicketPriority;
  readonly topicId: TopicId;
  readonly topicName: string;
  readonly officeId: string | null;
  readonly officeName: string | null;
  readonly assigneeId: UserId | null;
  readonly assigneeName: string | null;
  readonly interactionId: InteractionId | null;
  readonly citizenId: CitizenId | null;
  readonly subject: string;
  readonly description: string;
  readonly placeLocality: string | null;
  readonly placeAddress: string | null;
  readonly openedByName: string;
  readonly openedAt: Date;
  readonly stateChangedAt: Date;
  readonly version: number;
}

export const TICKET_COLUMNS = sql.raw(`
  t.id, t.tenant_id as "tenantId", t.number, t.kind, t.state, t.priority, t.topic_id as "topicId",
  t.topic_name as "topicName", t.office_id as "officeId", o.name as "officeName", t.assignee_id as "assigneeId",
  t.assignee_name as "assigneeName", t.interaction_id as "interactionId", t.citizen_id as "citizenId", t.subject,
  t.description, t.place_locality as "placeLocality", t.place_address as "placeAddress",
  t.opened_by_name as "openedByName", t.opened_at as "openedAt", t.state_changed_at as "stateChangedAt", t.version`);

const TICKETS = sql.raw("tickets.ticket t left join tickets.office o on o.id = t.office_id");

export function ticketsWhere(rest: Sql<unknown>): Sql<TicketRow> {
  return sql<TicketRow>`select ${TICKET_COLUMNS} from ${TICKETS} where ${rest}`;
}

export async function readTicket(ctx: Context, ticketId: TicketId): Promise<TicketRow | undefined> {
  return await maybe(ctx, ticketsWhere(sql`t.id = ${ticketId}`));
}

/** Held until the end of the transaction, so that of two changes one sees the other. */
export async function lockTicket(ctx: Context, ticketId: TicketId): Promise<TicketRow | undefined> {
  return await maybe(ctx, ticketsWhere(sql`t.id = ${ticketId} for update of t`));
}

export async function readTicketByNumber(ctx: Context, number: string): Promise<TicketRow | undefined> {
  return await maybe(ctx, ticketsWhere(sql`t.number = ${number}`));
}

export async function readTicketsById(ctx: Context, ids: readonly TicketId[]): Promise<TicketRow[]> {
  return ids.length === 0 ? [] : await many(ctx, ticketsWhere(sql`t.id = any(${uuids(ids)})`));
}

export interface NewTicketRow {
  readonly id: TicketId;
  readonly tenantId: TenantId;
  readonly number: string;
  readonly kind: TicketKind;
  readonly priority: TicketPriority;
  readonly topicId: TopicId;
  readonly topicName: string;
  readonly officeId: string | null;
  readonly interactionId: string | null;
  readonly citizenId: string | null;
  readonly subject: string;
  readonly description: string;
  readonly searchText: string;
  readonly place: Place;
  readonly idempotencyKey: string;
  readonly requestHash: string;
}

/** False where another request with this key came first. */
export async function insertTicket(ctx: Context, ticket: NewTicketRow): Promise<boolean> {
  const now = ctx.clock.now();
  const added = await run(
    ctx,
    sql`
      insert into tickets.ticket
        (id, tenant_id, number, kind, state, priority, topic_id, topic_name, office_id, interaction_id, citizen_id,
         subject, description, search_text, place_locality, place_address, opened_by_id, opened_by_name, opened_at,
         state_changed_at, idempotency_key, request_hash)
      values
        (${ticket.id}, ${ticket.tenantId}, ${ticket.number}, ${ticket.kind}, 'open', ${ticket.priority},
         ${ticket.topicId}, ${ticket.topicName}, ${ticket.officeId}, ${ticket.interactionId}, ${ticket.citizenId},
         ${ticket.subject}, ${ticket.description}, ${ticket.searchText}, ${ticket.place.locality},
         ${ticket.place.address}, ${actorId(ctx.actor)}, ${actorName(ctx.actor)}, ${now}, ${now},
         ${ticket.idempotencyKey}, ${ticket.requestHash})
      on conflict (tenant_id, idempotency_key) do nothing`,
  );
  return added > 0;
}

export async function readByIdempotencyKey(
  ctx: Context,
  { tenantId, idempotencyKey }: { tenantId: TenantId; idempotencyKey: string },
): Promise<{ id: TicketId; requestHash: string } | undefined> {
  return await maybe(
    ctx,
    sql<{ id: TicketId; requestHash: string }>`
      select id, request_hash as "requestHash" from tickets.ticket
      where tenant_id = ${tenantId} and idempotency_key = ${idempotencyKey}`,
  );
}

/** Only change-state.ts calls it. */
export async function writeState(ctx: Context, ticketId: TicketId, state: TicketState): Promise<void> {
  await run(
    ctx,
    sql`
      update tickets.ticket set state = ${state}, state_changed_at = ${ctx.clock.now()}, version = version + 1
      where id = ${ticketId}`,
  );
}

export interface Assignment {
  readonly officeId: string | null;
  readonly assigneeId: UserId | null;
  readonly assigneeName: string | null;
  readonly priority: TicketPriority;
}

export async function writeAssignment(ctx: Context, ticketId: TicketId, to: Assignment): Promise<void> {
  await run(
    ctx,
    sql`
      update tickets.ticket set
        office_id = ${to.officeId}, assignee_id = ${to.assigneeId}, assignee_name = ${to.assigneeName},
        priority = ${to.priority}, version = version + 1
      where id = ${ticketId}`,
  );
}
