import { type Context, run, sql, type TenantId } from "../../platform/index.ts";

interface Use {
  readonly tenantId: TenantId;
  readonly articleId: string;
  readonly readings: number;
  readonly useful: number;
}

/** One more use of an article: what helps often is found earlier. */
export async function countUse(ctx: Context, { tenantId, articleId, readings, useful }: Use): Promise<void> {
  await run(
    ctx,
    sql`
      insert into knowledge.article_use as u (article_id, tenant_id, readings, useful)
      values (${articleId}, ${tenantId}, ${readings}, ${useful})
      on conflict (article_id) do update set readings = u.readings + excluded.readings, useful = u.useful + excluded.useful`,
  );
}
