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
  if (!Value.Check(definition.schema, event.data)) {
    const [first] = Value.Errors(definition.schema, event.data);
    throw new TypeError(
      `Event ${definition.type}: ${first?.instancePath ?? ""} ${first?.message ?? "is malformed"}`,
    );
  }
  const at = ctx.clock.now();
  const { seq } = await one<{ seq: number }>(
    ctx,
    sql`
      insert into platform.event (at, type, tenant_id, key, data)
      values (${at}, ${definition.type}, ${event.tenantId}, ${event.key}, ${json(event.data)})
      returning seq`,
  );
  const announced = { ...event, seq, type: definition.type, at };
  ctx.written.push(announced);
  return announced;
}
