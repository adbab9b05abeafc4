import type { Gap } from "@vera/contracts/knowledge-care";
import { actorName, type Context, many, maybe, run, sql, type TenantId } from "../../platform/index.ts";

export interface GapRow extends Omit<Gap, "firstAt" | "lastAt"> {
  readonly firstAt: Date;
  readonly lastAt: Date;
}

interface AskedRow {
  readonly tenantId: TenantId;
  readonly asked: string;
  readonly topicId: string | null;
  readonly fromPublic: number;
}

/** One more time that this was asked in vain. */
export async function countGap(
  ctx: Context,
  { tenantId, asked, topicId, fromPublic }: AskedRow,
): Promise<void> {
  const now = ctx.clock.now();
  await run(
    ctx,
    sql`
      insert into knowledge.gap as g (id, tenant_id, asked, topic_id, from_public, first_at, last_at)
      values (${ctx.ids.uuid()}, ${tenantId}, ${asked}, ${topicId}, ${fromPublic}, ${now}, ${now})
      on conflict (tenant_id, asked) where settled_at is null
      do update set times = g.times + 1, from_public = g.from_public + excluded.from_public, last_at = excluded.last_at,
        topic_id = coalesce(g.topic_id, excluded.topic_id)`,
  );
}

const MOST = 200;

export async function readGaps(ctx: Context): Promise<GapRow[]> {
  return await many<GapRow>(
    ctx,
    sql`
      select g.id, g.tenant_id as "tenantId", g.asked, g.topic_id as "topicId", g.times, g.from_public as "fromPublic",
        g.first_at as "firstAt", g.last_at as "lastAt"
      from knowledge.gap g where g.settled_at is null order by g.times desc, g.last_at desc, g.id limit ${MOST}`,
  );
}

/** The tenant whose gap it was; undefined where it is not there or was settled before. */
export async function settleGap(ctx: Context, id: string): Promise<TenantId | undefined> {
  const row = await maybe<{ tenantId: TenantId }>(
    ctx,
    sql`
      update knowledge.gap set settled_at = ${ctx.clock.now()}, settled_by_name = ${actorName(ctx.actor)}
      where id = ${id} and settled_at is null returning tenant_id as "tenantId"`,
  );
  return row?.tenantId;
}
