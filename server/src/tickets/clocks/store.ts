import type { TicketClockKind } from "@vera/contracts/ticket-journey";
import { type Context, json, many, run, sql, type TenantId, type TicketId } from "../../platform/index.ts";

export interface ClockRow {
  readonly kind: TicketClockKind;
  readonly targetSeconds: number;
  readonly fromAt: Date;
  readonly dueAt: Date | null;
  readonly metAt: Date | null;
  readonly breachedAt: Date | null;
  readonly breachReason: string | null;
}

export async function readClocks(ctx: Context, ticketId: TicketId): Promise<ClockRow[]> {
  return await many(
    ctx,
    sql<ClockRow>`
      select kind, target_seconds as "targetSeconds", from_at as "fromAt", due_at as "dueAt", met_at as "metAt",
        breached_at as "breachedAt", breach_reason as "breachReason"
      from tickets.clock where ticket_id = ${ticketId}
      order by array_position(array['first-response', 'update', 'solution'], kind)`,
  );
}

export async function insertClocks(
  ctx: Context,
  ticket: { readonly id: TicketId; readonly tenantId: TenantId },
  targets: readonly { readonly kind: TicketClockKind; readonly targetSeconds: number }[],
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into tickets.clock (tenant_id, ticket_id, kind, target_seconds, from_at)
      select ${ticket.tenantId}, ${ticket.id}, c.kind, c."targetSeconds", ${ctx.clock.now()}
      from jsonb_to_recordset(${json(targets)}) as c (kind text, "targetSeconds" int)`,
  );
}

export async function writeDue(
  ctx: Context,
  ticketId: TicketId,
  due: readonly { readonly kind: TicketClockKind; readonly dueAt: Date | null }[],
): Promise<void> {
  await run(
    ctx,
    sql`
      update tickets.clock c set due_at = d."dueAt"
      from jsonb_to_recordset(${json(due)}) as d (kind text, "dueAt" timestamptz)
      where c.ticket_id = ${ticketId} and c.kind = d.kind`,
  );
}

/** Those of these kinds that were not done are done now; a breach that was noticed stays one. */
export async function meetClocks(
  ctx: Context,
  ticketId: TicketId,
  kinds: readonly TicketClockKind[],
): Promise<void> {
  const now = ctx.clock.now();
  await run(
    ctx,
    sql`
      update tickets.clock set met_at = ${now},
        breached_at = coalesce(breached_at, case when due_at < ${now} then due_at end)
      where ticket_id = ${ticketId} and met_at is null and kind = any (${[...kinds]})`,
  );
}

/** "It isn't solved": the solution was none, its clock goes on. */
export async function reviveClocks(ctx: Context, ticketId: TicketId): Promise<void> {
  await run(
    ctx,
    sql`update tickets.clock set met_at = null where ticket_id = ${ticketId} and kind in ('solution', 'update')`,
  );
}

/** The citizen was told something: the next word is due after the same term, from now. */
export async function restartUpdateClock(ctx: Context, ticketId: TicketId): Promise<void> {
  const now = ctx.clock.now();
  await run(
    ctx,
    sql`
      update tickets.clock set from_at = ${now}, warned_at = null, escalation = 0,
        breached_at = coalesce(breached_at, case when due_at < ${now} then due_at end)
      where ticket_id = ${ticketId} and kind = 'update' and met_at is null`,
  );
}

/** Tickets whose clocks count hours of these organisms, because an office of theirs has or had a turn. */
export async function readClockedTickets(
  ctx: Context,
  { tenantIds, after, limit }: { tenantIds: readonly TenantId[] | null; after: string; limit: number },
): Promise<TicketId[]> {
  const rows = await many(
    ctx,
    sql<{ id: TicketId }>`
      select distinct c.ticket_id as id from tickets.clock c
      where c.met_at is null and c.ticket_id > ${after} and exists (
        select from tickets.hop h where h.ticket_id = c.ticket_id
          and (${tenantIds === null} or h.tenant_id = any (${`{${(tenantIds ?? []).join(",")}}`}::uuid[])))
      order by 1 limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}
