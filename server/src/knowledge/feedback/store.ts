import type { Feedback, FeedbackKind } from "@vera/contracts/knowledge-care";
import { actorName, type Context, many, maybe, run, sql, type TenantId } from "../../platform/index.ts";

export interface FeedbackRow extends Omit<Feedback, "at" | "tenantId"> {
  readonly tenantId: TenantId;
  readonly at: Date;
}

export interface NewFeedbackRow {
  readonly tenantId: TenantId;
  readonly articleId: string;
  readonly versionId: string;
  readonly kind: FeedbackKind;
  readonly comment: string;
  readonly source: Feedback["source"];
  readonly authorName: string | null;
}

export async function insertFeedback(ctx: Context, feedback: NewFeedbackRow): Promise<string> {
  const id = ctx.ids.uuid();
  const { tenantId, articleId, versionId, kind, comment, source, authorName } = feedback;
  await run(
    ctx,
    sql`
      insert into knowledge.feedback (id, tenant_id, article_id, version_id, kind, comment, source, author_name, at)
      values (${id}, ${tenantId}, ${articleId}, ${versionId}, ${kind}, ${comment}, ${source}, ${authorName},
        ${ctx.clock.now()})`,
  );
  return id;
}

const MOST = 200;

/** "Wrong" that nobody has looked at yet, newest first. */
export async function readOpenFeedback(ctx: Context): Promise<FeedbackRow[]> {
  return await many<FeedbackRow>(
    ctx,
    sql`
      select f.id, f.tenant_id as "tenantId", f.article_id as "articleId", v.title, v.number as "versionNumber", f.kind,
        f.comment, f.source, f.author_name as "authorName", f.at
      from knowledge.feedback f join knowledge.article_version v on v.id = f.version_id
      where f.kind = 'wrong' and f.settled_at is null order by f.at desc, f.id limit ${MOST}`,
  );
}

/** The tenant whose feedback it was; undefined where it is not there or was settled before. */
export async function settleFeedback(ctx: Context, id: string): Promise<TenantId | undefined> {
  const row = await maybe<{ tenantId: TenantId }>(
    ctx,
    sql`
      update knowledge.feedback set settled_at = ${ctx.clock.now()}, settled_by_name = ${actorName(ctx.actor)}
      where id = ${id} and settled_at is null returning tenant_id as "tenantId"`,
  );
  return row?.tenantId;
}
