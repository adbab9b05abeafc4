import type { TicketState } from "@vera/contracts/tickets";
import { type Context, many, sql, type TenantId, type TopicId, uuids } from "../../platform/index.ts";
import { type TicketRow, ticketsWhere } from "../store.ts";

export interface PublicFilter {
  readonly tenantId: TenantId;
  readonly topicIds: readonly TopicId[];
  /** Digits only; null: any. */
  readonly numbers: readonly string[] | null;
  readonly states: readonly TicketState[] | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly limit: number;
  readonly offset: number;
}

/** Newest first. */
export async function readPublicTickets(ctx: Context, filter: PublicFilter): Promise<TicketRow[]> {
  const { tenantId, topicIds, numbers, states, from, to, limit, offset } = filter;
  return await many(
    ctx,
    ticketsWhere(sql`
      t.tenant_id = ${tenantId} and t.topic_id = any(${uuids(topicIds)})
        and (${numbers === null} or t.number = any(${[...(numbers ?? [])]}::text[]))
        and (${states === null} or t.state = any(${[...(states ?? [])]}::text[]))
        and (${from}::timestamptz is null or t.opened_at >= ${from})
        and (${to}::timestamptz is null or t.opened_at <= ${to})
      order by t.opened_at desc, t.id limit ${limit} offset ${offset}`),
  );
}
