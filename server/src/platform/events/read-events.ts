import type { Context } from "../context.ts";
import { many, sql } from "../db/sql.ts";
import type { AnnouncedEvent, EventDefinition } from "./define-event.ts";

const columns = sql`seq, at, type, tenant_id as "tenantId", key, data`;

/** What happened to one thing, oldest first, as far as the transaction may see. */
export async function eventsOfKey(ctx: Context, key: string): Promise<AnnouncedEvent[]> {
  return await many<AnnouncedEvent>(
    ctx,
    sql`select ${columns} from platform.event where key = ${key} order by seq`,
  );
}

/** The log of some types from an instant on, a page after the event `afterSeq`: to rebuild what was made of it. */
export async function eventsSince(
  ctx: Context,
  page: { definitions: readonly EventDefinition[]; since: Date; afterSeq: number; limit: number },
): Promise<AnnouncedEvent[]> {
  const types = page.definitions.map((definition) => definition.type);
  return await many<AnnouncedEvent>(
    ctx,
    sql`
      select ${columns} from platform.event
      where type = any(${types}) and at >= ${page.since} and seq > ${page.afterSeq}
      order by seq limit ${page.limit}`,
  );
}
