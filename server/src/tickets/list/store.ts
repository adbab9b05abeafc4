import type { TicketPriority, TicketState, TicketView } from "@vera/contracts/tickets";
import {
  type CitizenId,
  type Context,
  many,
  one,
  type Sql,
  sql,
  type TenantId,
  type TenantScope,
  type TopicId,
  type UserId,
  uuids,
} from "../../platform/index.ts";
import { type TicketRow, ticketsWhere } from "../store.ts";

export interface TicketFilter {
  readonly view: TicketView;
  /** Whose "mine" and "my office" it is; null (a program): nobody's. */
  readonly userId: UserId | null;
  readonly states: readonly TicketState[];
  readonly tenantId: TenantId | undefined;
  readonly officeId: string | undefined;
  readonly topicId: TopicId | undefined;
  readonly citizenId: CitizenId | undefined;
  readonly priority: TicketPriority | undefined;
  /** Digits of a whole number; wins over words. */
  readonly number: string | null;
  readonly words: readonly string[];
  /** The view "due" shows clocks that break before it. */
  readonly dueBefore: Date;
  /** Only what these organisms owe; parties see the rest by its number or its person. */
  readonly owners: TenantScope;
}

export interface Page {
  readonly order: "newest" | "oldest" | "due";
  /** The last ticket of the page before. */
  readonly after: { readonly openedAt: string; readonly id: string } | null;
  readonly limit: number;
}

function viewOf({ view, userId, dueBefore }: TicketFilter): Sql<unknown> {
  switch (view) {
    case "all":
      return sql`true`;
    case "mine":
      return sql`t.assignee_id = ${userId}`;
    case "my-office":
      return sql`t.office_id in (select m.office_id from tickets.office_member m where m.user_id = ${userId})`;
    case "unassigned":
      return sql`t.assignee_id is null`;
    case "due":
      return sql`exists (select from tickets.clock d where d.ticket_id = t.id and d.met_at is null
        and d.due_at < ${dueBefore})`;
  }
}

function matches(filter: TicketFilter): Sql<unknown> {
  if (filter.number !== null) return sql`t.number = ${filter.number}`;
  const conditions = [
    viewOf(filter),
    filter.citizenId !== undefined || filter.owners === "system"
      ? sql`true`
      : sql`t.tenant_id = any(${uuids(filter.owners)})`,
    sql`t.state = any(${[...filter.states]})`,
    equals(sql`t.tenant_id`, filter.tenantId),
    equals(sql`t.office_id`, filter.officeId),
    equals(sql`t.topic_id`, filter.topicId),
    equals(sql`t.citizen_id`, filter.citizenId),
    equals(sql`t.priority`, filter.priority),
    ...filter.words.map((word) => sql`t.search_text like ${`%${word}%`}`),
  ];
  return sql.join(conditions, sql` and `);
}

function equals(column: Sql<unknown>, value: string | undefined): Sql<unknown> {
  return value === undefined ? sql`true` : sql`${column} = ${value}`;
}

export async function listRows(ctx: Context, filter: TicketFilter, page: Page): Promise<TicketRow[]> {
  const { after, limit } = page;
  if (page.order === "due") {
    return await many(
      ctx,
      ticketsWhere(
        sql`${matches(filter)} order by k.due_at asc nulls last, t.opened_at, t.id limit ${limit}`,
      ),
    );
  }
  const newestFirst = page.order === "newest";
  const order = newestFirst ? sql`desc` : sql`asc`;
  const beyond = newestFirst ? sql`<` : sql`>`;
  const from = after
    ? sql`(t.opened_at, t.id) ${beyond} (${after.openedAt}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  return await many(
    ctx,
    ticketsWhere(
      sql`${matches(filter)} and ${from} order by t.opened_at ${order}, t.id ${order} limit ${limit}`,
    ),
  );
}

export async function countRows(ctx: Context, filter: TicketFilter): Promise<number> {
  const { n } = await one<{ n: number }>(
    ctx,
    sql`select count(*) as n from tickets.ticket t where ${matches(filter)}`,
  );
  return n;
}

interface OfCitizen {
  readonly citizenId: CitizenId;
  readonly tenants: TenantScope;
  readonly before: Date | null;
  readonly limit: number;
}

export async function ticketsOfCitizen(
  ctx: Context,
  { citizenId, tenants, before, limit }: OfCitizen,
): Promise<TicketRow[]> {
  const visible = tenants === "system" ? sql`true` : sql`t.tenant_id = any(${uuids(tenants)})`;
  return await many(
    ctx,
    ticketsWhere(sql`t.citizen_id = ${citizenId} and ${visible}
      and (${before}::timestamptz is null or t.opened_at < ${before})
      order by t.opened_at desc, t.id desc limit ${limit}`),
  );
}
