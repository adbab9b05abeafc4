import type { Dimension } from "@vera/contracts/reporting";
import { type Context, many, one, type Sql, sql } from "../../platform/index.ts";
import { FACT_EVENTS } from "../facts/facts-of.ts";
import { FACT_SUBSCRIPTION } from "../facts/take-in-facts.ts";
import type { Kpi, KpiVariant } from "../kpis/kpi.ts";
import { rowsOf, type SourceInput } from "../sources/store.ts";

export interface Slice {
  readonly tenantId?: string | undefined;
  readonly queueId?: string | undefined;
  readonly agentId?: string | undefined;
  readonly trunkId?: string | undefined;
  readonly routeId?: string | undefined;
}

export interface FigureQuery {
  readonly kpi: Kpi;
  readonly variant: KpiVariant;
  readonly input: SourceInput;
  readonly slice: Slice;
}

const COLUMNS = {
  tenant: sql`f.tenant_id`,
  queue: sql`f.queue_id`,
  agent: sql`f.agent_id`,
  trunk: sql`f.trunk_id`,
  route: sql`f.route_id`,
} satisfies Record<Dimension, Sql<unknown>>;

export interface SumRow {
  /** 1 = the first interval. Null in totals. */
  readonly bucket: number | null;
  readonly groupId: string | null;
  readonly numerator: number;
  readonly denominator: number;
}

/** Both sums of each interval and of the whole period (bucket null), in one pass over the rows. */
export async function sumFigure(
  ctx: Context,
  { groupBy, ...query }: FigureQuery & { groupBy: Dimension | null },
): Promise<SumRow[]> {
  const group = groupBy === null ? sql`null::uuid` : COLUMNS[groupBy];
  const starts = sql`${query.input.starts.map((start) => start.toISOString())}::timestamptz[]`;
  const rows = sql`
    select width_bucket(f.at, ${starts}) as bucket, ${group} as group_id, n, d from ${counted(query)} f
    where n <> 0 or d <> 0`;
  return await many<SumRow>(
    ctx,
    sql`select bucket, group_id as "groupId", sum(n)::float8 as numerator, sum(d)::float8 as denominator
        from (${rows}) r group by grouping sets ((bucket, group_id), (group_id)) order by bucket nulls last, group_id`,
  );
}

export interface CountedRow {
  readonly factId: string;
  readonly interactionId: string | null;
  readonly at: Date;
  readonly tenantId: string | null;
  readonly queueId: string | null;
  readonly agentId: string | null;
  readonly trunkId: string | null;
  readonly routeId: string | null;
  readonly outcome: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** The rows that make the sums: the same expressions, not added up. */
export async function listCounted(
  ctx: Context,
  { after, limit, ...query }: FigureQuery & { after: { at: string; factId: string } | null; limit: number },
): Promise<(CountedRow & { readonly cursorAt: string })[]> {
  const beyond = after
    ? sql`and (f.at, f.fact_id) > (${after.at}::timestamptz, ${after.factId}::uuid)`
    : sql``;
  return await many(
    ctx,
    sql`select f.fact_id as "factId", f.interaction_id as "interactionId", f.at, f.tenant_id as "tenantId",
          f.queue_id as "queueId", f.agent_id as "agentId", f.trunk_id as "trunkId", f.route_id as "routeId",
          f.outcome, n::float8 as numerator, d::float8 as denominator, f.at::text as "cursorAt"
        from ${counted(query)} f where (n <> 0 or d <> 0) ${beyond}
        order by f.at, f.fact_id limit ${limit}`,
  );
}

function counted({ kpi, variant, input, slice }: FigureQuery): Sql<unknown> {
  return sql`(
    select f.*, (${sql.raw(variant.numerator)}) as n, (${sql.raw(variant.denominator)}) as d
    from (${rowsOf(kpi.source, input)}) f where ${within(slice)}
  )`;
}

function within(slice: Slice): Sql<unknown> {
  const conditions: [Sql<unknown>, string | undefined][] = [
    [COLUMNS.tenant, slice.tenantId],
    [COLUMNS.queue, slice.queueId],
    [COLUMNS.agent, slice.agentId],
    [COLUMNS.trunk, slice.trunkId],
    [COLUMNS.route, slice.routeId],
  ];
  const asked = conditions.filter(([, value]) => value !== undefined);
  return sql.join([sql`true`, ...asked.map(([column, value]) => sql`${column} = ${value}`)], sql` and `);
}

/** Everything that happened before this instant is in the facts: the oldest event not yet taken in, or now. */
export async function factsUntil(ctx: Context): Promise<Date> {
  const types = FACT_EVENTS.map((definition) => definition.type);
  const { at } = await one<{ at: Date | null }>(
    ctx,
    sql`select min(e.at) as at from platform.event e, platform.subscription s
        where s.name = ${FACT_SUBSCRIPTION} and (e.transaction, e.seq) > (s.transaction, s.seq)
          and e.type = any(${types})`,
  );
  return at ?? ctx.clock.now();
}
