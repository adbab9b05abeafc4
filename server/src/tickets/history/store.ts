import type { TicketChange } from "@vera/contracts/tickets";
import {
  actorId,
  actorName,
  type Context,
  many,
  run,
  sql,
  type TenantId,
  type TicketId,
} from "../../platform/index.ts";

export type NewChange = Pick<TicketChange, "what"> &
  Partial<Pick<TicketChange, "from" | "to" | "text" | "visibility">>;

/** What happened to a ticket, in the transaction of the change. Text without another word is internal. */
export async function addChange(
  ctx: Context,
  ticket: { readonly id: TicketId; readonly tenantId: TenantId },
  change: NewChange,
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into tickets.history
        (id, tenant_id, ticket_id, at, actor_kind, actor_id, actor_name, what, from_value, to_value, text, visibility)
      values
        (${ctx.ids.uuid()}, ${ticket.tenantId}, ${ticket.id}, ${ctx.clock.now()}, ${ctx.actor.kind},
         ${actorId(ctx.actor)}, ${actorName(ctx.actor)}, ${change.what}, ${change.from ?? null}, ${change.to ?? null},
         ${change.text ?? null}, ${change.visibility ?? "internal"})`,
  );
}

interface ChangeRow extends Omit<TicketChange, "at"> {
  readonly at: Date;
}

/** In the order it happened. */
export async function readHistory(ctx: Context, ticketId: TicketId): Promise<TicketChange[]> {
  const rows = await many<ChangeRow>(
    ctx,
    sql`
      select id, at, actor_name as "actorName", what, from_value as "from", to_value as "to", text, visibility
      from tickets.history where ticket_id = ${ticketId} order by seq`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
