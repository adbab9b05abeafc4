import type { LegalOwner } from "@vera/contracts/competence";
import type { ShownAnswer } from "@vera/contracts/ticket-types";
import type { Place, TicketKind, TicketPriority, TicketState } from "@vera/contracts/tickets";
import {
  actorId,
  actorName,
  type CitizenId,
  type Context,
  type InteractionId,
  json,
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
  readonly placeDepartment: string | null;
  readonly placeLocalityCode: string | null;
  readonly placeLatitude: number | null;
  readonly placeLongitude: number | null;
  readonly legalOwner: LegalOwner | null;
  readonly providerClaim: string | null;
  readonly answers: ShownAnswer[];
  /** Where it was opened. */
  readonly originTenantId: TenantId;
  /** The origin, the owner, and all that had it in between. */
  readonly partyIds: readonly TenantId[];
  readonly bounces: number;
  readonly decided: boolean;
  /** Of the solution, while that clock runs. */
  readonly dueAt: Date | null;
  readonly accepted: boolean;
  readonly openedByName: string;
  readonly openedAt: Date;
  readonly stateChangedAt: Date;
  readonly version: number;
}

export const TICKET_COLUMNS = sql.raw(`
  t.id, t.tenant_id as "tenantId", t.number, t.kind, t.state, t.priority, t.topic_id as "topicId",
  t.topic_name as "topicName", t.office_id as "officeId", h.office_name as "officeName", t.assignee_id as "assigneeId",
  t.assignee_name as "assigneeName", t.interaction_id as "interactionId", t.citizen_id as "citizenId", t.subject,
  t.description, t.place_locality as "placeLocality", t.place_address as "placeAddress",
  t.place_department as "placeDepartment", t.place_locality_code as "placeLocalityCode",
  t.place_latitude as "placeLatitude", t.place_longitude as "placeLongitude", t.legal_owner as "legalOwner",
  t.provider_claim as "providerClaim", t.origin_tenant_id as "originTenantId",
  array_to_json(t.party_ids) as "partyIds", t.answers, t.bounces, t.decided, k.due_at as "dueAt",
  h.accepted_at is not null as accepted,
  t.opened_by_name as "openedByName", t.opened_at as "openedAt", t.state_changed_at as "stateChangedAt", t.version`);

const TICKETS = sql.raw(`
  tickets.ticket t
  left join tickets.hop h on h.ticket_id = t.id and h.until_at is null
  left join tickets.clock k on k.ticket_id = t.id and k.kind = 'solution' and k.met_at is null`);

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
  readonly originTenantId: TenantId;
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
  readonly legalOwner: LegalOwner | null;
  readonly providerClaim: string | null;
  readonly typeId: string | null;
  readonly typeVersion: number | null;
  readonly answers: readonly ShownAnswer[];
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
        (id, tenant_id, origin_tenant_id, party_ids, number, kind, state, priority, topic_id, topic_name, office_id, interaction_id, citizen_id,
         subject, description, search_text, place_locality, place_address, place_department,
         place_locality_code, place_latitude, place_longitude, legal_owner, provider_claim, type_id, type_version, answers, opened_by_id, opened_by_name, opened_at,
         state_changed_at, idempotency_key, request_hash)
      values
        (${ticket.id}, ${ticket.tenantId}, ${ticket.originTenantId},
         ${uuids([...new Set([ticket.originTenantId, ticket.tenantId])])}, ${ticket.number}, ${ticket.kind}, 'open', ${ticket.priority},
         ${ticket.topicId}, ${ticket.topicName}, ${ticket.officeId}, ${ticket.interactionId}, ${ticket.citizenId},
         ${ticket.subject}, ${ticket.description}, ${ticket.searchText}, ${ticket.place.locality},
         ${ticket.place.address}, ${ticket.place.department ?? null}, ${ticket.place.localityCode ?? null},
         ${ticket.place.latitude ?? null}, ${ticket.place.longitude ?? null}, ${ticket.legalOwner},
         ${ticket.providerClaim}, ${ticket.typeId}, ${ticket.typeVersion}, ${json(ticket.answers)}, ${actorId(ctx.actor)}, ${actorName(ctx.actor)}, ${now}, ${now},
         ${ticket.idempotencyKey}, ${ticket.requestHash})
      on conflict (origin_tenant_id, idempotency_key) do nothing`,
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
      where origin_tenant_id = ${tenantId} and idempotency_key = ${idempotencyKey}`,
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

export interface Owner {
  readonly tenantId: TenantId;
  readonly officeId: string | null;
  readonly bounces: number;
  readonly decided: boolean;
  readonly legalOwner: LegalOwner | null;
}

/** Another office has it from now on, nobody of its people yet; who had it stays a party. */
export async function writeOwner(ctx: Context, ticketId: TicketId, to: Owner): Promise<void> {
  await run(
    ctx,
    sql`
      update tickets.ticket set
        tenant_id = ${to.tenantId}, office_id = ${to.officeId}, assignee_id = null, assignee_name = null,
        party_ids = case when ${to.tenantId}::uuid = any (party_ids) then party_ids else party_ids || ${to.tenantId}::uuid end,
        bounces = ${to.bounces}, decided = ${to.decided}, legal_owner = ${to.legalOwner}, version = version + 1
      where id = ${ticketId}`,
  );
}

/** For changes that touch no column of the ticket itself. */
export async function touchTicket(ctx: Context, ticketId: TicketId): Promise<void> {
  await run(ctx, sql`update tickets.ticket set version = version + 1 where id = ${ticketId}`);
}
