import type { Static, TSchema } from "typebox";
import { Value } from "typebox/value";
import type { Context } from "../context.ts";
import { json, one, sql } from "../db/sql.ts";
import type { AnnouncedEvent, EventDefinition, NewEvent } from "./define-event.ts";

/** Writes the event in the transaction of the fact; it is announced when that is committed. */
export async function emit<Schema extends TSchema>(
  ctx: Context,
  definition: EventDefinition<Schema>,
  event: NewEvent<Static<Schema>>,
): Promise<AnnouncedEvent<Static<Schema>>> {
  const [announced] = await emitAll(ctx, [happened(definition, event)]);
  return announced as AnnouncedEvent<Static<Schema>>;
}

/** An event before it is written: made by `happened`, so that its data fits its definition. */
interface Happened {
  readonly type: string;
  readonly event: NewEvent<unknown>;
}

export function happened<Schema extends TSchema>(
  definition: EventDefinition<Schema>,
  event: NewEvent<Static<Schema>>,
): Happened {
  if (!Value.Check(definition.schema, event.data)) {
    const [first] = Value.Errors(definition.schema, event.data);
    throw new TypeError(
      `Event ${definition.type}: ${first?.instancePath ?? ""} ${first?.message ?? "is malformed"}`,
    );
  }
  return { type: definition.type, event };
}

/** Several facts of one transaction, in this order, in one statement. */
export async function emitAll(ctx: Context, news: readonly Happened[]): Promise<AnnouncedEvent[]> {
  const at = ctx.clock.now();
  const rows = news.map(({ type, event: { tenantId, key, data } }) => ({ type, tenantId, key, data }));
  const { seqs } = await one<{ seqs: number[] }>(
    ctx,
    sql`
      with written as (
        insert into platform.event (at, type, tenant_id, key, data)
        select ${at}, e ->> 'type', (e ->> 'tenantId')::uuid, e ->> 'key', e -> 'data'
        from jsonb_array_elements(${json(rows)}) with ordinality as list (e, n) order by n
        returning seq
      )
      select array_agg(seq::float8 order by seq) as seqs from written`,
  );
  const announced = news.map(({ type, event }, n) => ({ ...event, seq: seqs[n] ?? 0, type, at }));
  ctx.written.push(...announced);
  return announced;
}
