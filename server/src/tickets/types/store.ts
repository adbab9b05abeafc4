import type { SaveTicketType, TicketType } from "@vera/contracts/ticket-types";
import {
  type Context,
  json,
  many,
  maybe,
  run,
  type Sql,
  sql,
  type TenantId,
  type TopicId,
} from "../../platform/index.ts";

export type TypeRow = Omit<TicketType, "tenantId"> & { readonly tenantId: TenantId };

function typesWhere(rest: Sql<unknown>): Sql<TypeRow> {
  return sql<TypeRow>`
    select y.id, y.tenant_id as "tenantId", y.topic_id as "topicId", y.name, y.kind, y.priority, y.questions,
      y.first_response_seconds as "firstResponseSeconds", y.update_seconds as "updateSeconds",
      y.solution_seconds as "solutionSeconds", y.published_time as "publishedTime", y.active, y.version
    from tickets.ticket_type y where ${rest}`;
}

export async function readType(ctx: Context, typeId: string): Promise<TypeRow | undefined> {
  return await maybe(ctx, typesWhere(sql`y.id = ${typeId}`));
}

export async function readTypes(ctx: Context, tenantId: TenantId): Promise<TypeRow[]> {
  return await many(ctx, typesWhere(sql`y.tenant_id = ${tenantId} order by y.name`));
}

/** Of the topic or the nearest above it. */
export async function readTypeFor(
  ctx: Context,
  { tenantId, topicId }: { tenantId: TenantId; topicId: TopicId },
): Promise<TypeRow | undefined> {
  return await maybe(ctx, typesWhere(sql`y.id = (select tickets.type_for(${tenantId}, ${topicId}))`));
}

/** False where another active type has its name or its topic. */
export async function insertType(ctx: Context, id: string, type: SaveTicketType): Promise<boolean> {
  const added = await run(
    ctx,
    sql`
      insert into tickets.ticket_type (id, tenant_id, topic_id, name, kind, priority, questions, first_response_seconds,
        update_seconds, solution_seconds, published_time, active)
      values (${id}, ${type.tenantId}, ${type.topicId}, ${type.name}, ${type.kind}, ${type.priority},
        ${json(type.questions)}, ${type.firstResponseSeconds}, ${type.updateSeconds}, ${type.solutionSeconds},
        ${type.publishedTime}, ${type.active})
      on conflict do nothing`,
  );
  return added > 0;
}

/** Whether another type of the organism has this name, or is active with this topic. */
export async function typeTaken(ctx: Context, id: string, type: SaveTicketType): Promise<boolean> {
  const other = await maybe(
    ctx,
    sql`
      select id from tickets.ticket_type
      where tenant_id = ${type.tenantId} and id <> ${id}
        and (name = ${type.name} or (active and ${type.active} and topic_id is not distinct from ${type.topicId}))`,
  );
  return other !== undefined;
}

export async function updateType(ctx: Context, id: string, type: SaveTicketType): Promise<void> {
  await run(
    ctx,
    sql`
      update tickets.ticket_type set topic_id = ${type.topicId}, name = ${type.name}, kind = ${type.kind},
        priority = ${type.priority}, questions = ${json(type.questions)},
        first_response_seconds = ${type.firstResponseSeconds}, update_seconds = ${type.updateSeconds},
        solution_seconds = ${type.solutionSeconds}, published_time = ${type.publishedTime}, active = ${type.active},
        version = version + 1
      where id = ${id}`,
  );
}
