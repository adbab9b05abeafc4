import type { Reading } from "@vera/contracts/knowledge";
import { type Context, many, maybe, one, sql, type TenantId } from "../../platform/index.ts";

export interface ReadingRow extends Omit<Reading, "at"> {
  readonly at: Date;
}

export interface NewReading {
  readonly tenantId: TenantId;
  readonly articleId: string;
  readonly versionId: string;
  readonly interactionId: string;
  readonly citizenId: string | null;
  readonly agentId: string | null;
  readonly agentName: string;
}

const READING = sql.raw(`
  r.id, r.article_id as "articleId", r.version_id as "versionId", v.number as "versionNumber", v.title,
  r.interaction_id as "interactionId", r.agent_name as "agentName", r.at`);

/** true when it was noted now, false when this interaction had it already. */
export async function insertReading(ctx: Context, reading: NewReading): Promise<boolean> {
  const row = await maybe<{ id: string }>(
    ctx,
    sql`
      insert into knowledge.reading
        (id, tenant_id, article_id, version_id, interaction_id, citizen_id, agent_id, agent_name, at)
      values (${ctx.ids.uuid()}, ${reading.tenantId}, ${reading.articleId}, ${reading.versionId},
        ${reading.interactionId}, ${reading.citizenId}, ${reading.agentId}, ${reading.agentName}, ${ctx.clock.now()})
      on conflict (interaction_id, version_id) do nothing
      returning id`,
  );
  return row !== undefined;
}

export async function readReading(
  ctx: Context,
  { interactionId, versionId }: { interactionId: string; versionId: string },
): Promise<ReadingRow> {
  return await one<ReadingRow>(
    ctx,
    sql`
      select ${READING} from knowledge.reading r join knowledge.article_version v on v.id = r.version_id
      where r.interaction_id = ${interactionId} and r.version_id = ${versionId}`,
    "Nobody read this version in that interaction",
  );
}

export async function readReadingsIn(ctx: Context, interactionId: string): Promise<ReadingRow[]> {
  return await many<ReadingRow>(
    ctx,
    sql`
      select ${READING} from knowledge.reading r join knowledge.article_version v on v.id = r.version_id
      where r.interaction_id = ${interactionId} order by r.at, r.id`,
  );
}
