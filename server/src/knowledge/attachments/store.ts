import type { ArticleAttachment, Audience } from "@vera/contracts/knowledge";
import {
  type ArticleId,
  actorName,
  type Context,
  type FileId,
  many,
  maybe,
  run,
  sql,
  type TenantId,
} from "../../platform/index.ts";

interface AttachmentRow extends ArticleAttachment {
  readonly tenantId: TenantId;
  readonly fileId: FileId;
}

export interface NewAttachmentRow extends Omit<AttachmentRow, "audience"> {
  readonly articleId: ArticleId;
  readonly audience: Audience;
}

export async function listAttachments(ctx: Context, articleId: ArticleId): Promise<ArticleAttachment[]> {
  return await many<ArticleAttachment>(
    ctx,
    sql`
      select t.id, t.name, t.content_type as "contentType", t.bytes, t.audience
      from knowledge.attachment t where t.article_id = ${articleId} and t.removed_at is null order by t.added_at, t.id`,
  );
}

export async function readAttachment(
  ctx: Context,
  { articleId, attachmentId }: { articleId: ArticleId; attachmentId: string },
): Promise<AttachmentRow | undefined> {
  return await maybe<AttachmentRow>(
    ctx,
    sql`
      select t.id, t.tenant_id as "tenantId", t.file_id as "fileId", t.name, t.content_type as "contentType", t.bytes,
        t.audience
      from knowledge.attachment t
      where t.id = ${attachmentId} and t.article_id = ${articleId} and t.removed_at is null`,
  );
}

export async function insertAttachment(ctx: Context, row: NewAttachmentRow): Promise<void> {
  await run(
    ctx,
    sql`
      insert into knowledge.attachment
        (id, tenant_id, article_id, file_id, name, content_type, bytes, audience, added_at, added_by_name)
      values (${row.id}, ${row.tenantId}, ${row.articleId}, ${row.fileId}, ${row.name}, ${row.contentType}, ${row.bytes},
        ${row.audience}, ${ctx.clock.now()}, ${actorName(ctx.actor)})`,
  );
}

export async function takeOutAttachment(ctx: Context, attachmentId: string): Promise<void> {
  await run(
    ctx,
    sql`update knowledge.attachment set removed_at = ${ctx.clock.now()} where id = ${attachmentId}`,
  );
}
