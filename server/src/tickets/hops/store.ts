import type { PauseReason, TicketHop } from "@vera/contracts/ticket-journey";
import {
  actorName,
  type Context,
  many,
  maybe,
  run,
  sql,
  type TenantId,
  type TicketId,
} from "../../platform/index.ts";

export interface HopRow extends Omit<TicketHop, "fromAt" | "acceptedAt" | "untilAt" | "seconds"> {
  readonly tenantId: TenantId;
  readonly calendarId: string | null;
  readonly fromAt: Date;
  readonly acceptedAt: Date | null;
  readonly untilAt: Date | null;
}

/** In order. */
export async function readHops(ctx: Context, ticketId: TicketId): Promise<HopRow[]> {
  return await many(
    ctx,
    sql<HopRow>`
      select id, tenant_id as "tenantId", tenant_name as "tenantName", office_id as "officeId",
        office_name as "officeName", calendar_id as "calendarId", came_by as "cameBy", norm, sentence,
        from_at as "fromAt", accepted_at as "acceptedAt", accepted_by_name as "acceptedByName", until_at as "untilAt",
        return_reason as "returnReason", return_text as "returnText"
      from tickets.hop where ticket_id = ${ticketId} order by seq`,
  );
}

export interface NewHop {
  readonly tenantId: TenantId;
  readonly tenantName: string | null;
  readonly officeId: string | null;
  readonly officeName: string | null;
  readonly calendarId: string | null;
  readonly cameBy: TicketHop["cameBy"];
  readonly ruleId: string | null;
  readonly norm: string | null;
  readonly sentence: string | null;
}

/** The next turn, from now on. The one before must have ended. */
export async function insertHop(ctx: Context, ticketId: TicketId, hop: NewHop): Promise<void> {
  await run(
    ctx,
    sql`
      insert into tickets.hop (id, tenant_id, ticket_id, seq, office_id, office_name, tenant_name, calendar_id, came_by,
        rule_id, norm, sentence, from_at)
      values (${ctx.ids.uuid()}, ${hop.tenantId}, ${ticketId},
        (select coalesce(max(seq), 0) + 1 from tickets.hop where ticket_id = ${ticketId}),
        ${hop.officeId}, ${hop.officeName}, ${hop.tenantName}, ${hop.calendarId}, ${hop.cameBy},
        ${hop.ruleId}, ${hop.norm}, ${hop.sentence}, ${ctx.clock.now()})`,
  );
}

export async function endHop(
  ctx: Context,
  ticketId: TicketId,
  returned: { readonly reason: string; readonly text: string } | null,
): Promise<void> {
  await run(
    ctx,
    sql`
      update tickets.hop set until_at = ${ctx.clock.now()}, return_reason = ${returned?.reason ?? null},
        return_text = ${returned?.text ?? null}
      where ticket_id = ${ticketId} and until_at is null`,
  );
}

/** False where the turn was accepted before. */
export async function acceptHop(ctx: Context, ticketId: TicketId): Promise<boolean> {
  const accepted = await run(
    ctx,
    sql`
      update tickets.hop set accepted_at = ${ctx.clock.now()}, accepted_by_name = ${actorName(ctx.actor)}
      where ticket_id = ${ticketId} and until_at is null and accepted_at is null`,
  );
  return accepted > 0;
}

export interface PauseRow {
  readonly reason: PauseReason;
  readonly from: Date;
  readonly until: Date | null;
}

export async function readPauses(ctx: Context, ticketId: TicketId): Promise<PauseRow[]> {
  return await many(
    ctx,
    sql<PauseRow>`
      select reason, from_at as "from", until_at as until from tickets.pause where ticket_id = ${ticketId} order by from_at`,
  );
}

export async function readCurrentPause(ctx: Context, ticketId: TicketId): Promise<PauseReason | null> {
  const row = await maybe(
    ctx,
    sql<{
      reason: PauseReason;
    }>`select reason from tickets.pause where ticket_id = ${ticketId} and until_at is null`,
  );
  return row?.reason ?? null;
}

export async function startPause(
  ctx: Context,
  ticket: { readonly id: TicketId; readonly tenantId: TenantId },
  { reason, text }: { reason: PauseReason; text: string | null },
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into tickets.pause (id, tenant_id, ticket_id, reason, text, from_at, by_name)
      values (${ctx.ids.uuid()}, ${ticket.tenantId}, ${ticket.id}, ${reason}, ${text}, ${ctx.clock.now()},
        ${actorName(ctx.actor)})`,
  );
}

/** A clock that was set back must not end a pause before it began. */
export async function endPause(ctx: Context, ticketId: TicketId): Promise<boolean> {
  const ended = await run(
    ctx,
    sql`
      update tickets.pause set until_at = greatest(from_at, ${ctx.clock.now()})
      where ticket_id = ${ticketId} and until_at is null`,
  );
  return ended > 0;
}
