import type { TenantDetail } from "@vera/contracts/citizens";
import {
  actorName,
  type CitizenId,
  type Context,
  many,
  run,
  sql,
  type TenantId,
} from "../../platform/index.ts";

interface DetailRow extends Omit<TenantDetail, "updatedAt"> {
  readonly updatedAt: Date;
}

/** What the organisms of the scope noted; row-level security keeps the others' out. */
export async function readDetails(ctx: Context, citizenId: CitizenId): Promise<TenantDetail[]> {
  const rows = await many<DetailRow>(
    ctx,
    sql`
      select tenant_id as "tenantId", notes, version, updated_at as "updatedAt"
      from citizens.tenant_detail where citizen_id = ${citizenId} order by updated_at desc`,
  );
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

interface NewNotes {
  readonly tenantId: TenantId;
  readonly citizenId: CitizenId;
  readonly notes: string;
  /** The version on the screen; 0 where there was none. */
  readonly version: number;
}

/** How many rows took it: 0 where somebody wrote in between. */
export async function writeDetail(
  ctx: Context,
  { tenantId, citizenId, notes, version }: NewNotes,
): Promise<number> {
  const now = ctx.clock.now();
  const by = actorName(ctx.actor);
  if (version === 0) {
    return await run(
      ctx,
      sql`
        insert into citizens.tenant_detail (tenant_id, citizen_id, notes, updated_at, updated_by_name)
        values (${tenantId}, ${citizenId}, ${notes}, ${now}, ${by})
        on conflict (tenant_id, citizen_id) do nothing`,
    );
  }
  return await run(
    ctx,
    sql`
      update citizens.tenant_detail
      set notes = ${notes}, version = version + 1, updated_at = ${now}, updated_by_name = ${by}
      where tenant_id = ${tenantId} and citizen_id = ${citizenId} and version = ${version}`,
  );
}
