import {
  type Context,
  type FileId,
  many,
  maybe,
  one,
  run,
  type Sql,
  sql,
  type TenantId,
} from "../../platform/index.ts";

export interface PromptRow {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly key: string;
  readonly name: string;
  readonly kind: "recorded" | "text";
  readonly text: string | null;
  readonly fileId: FileId | null;
  readonly sha256: string | null;
  readonly durationMs: number | null;
  readonly updatedAt: Date;
}

export type PromptSound = Pick<PromptRow, "text" | "fileId" | "sha256">;

function selectPrompts(where: Sql<unknown>): Sql<PromptRow> {
  return sql<PromptRow>`
    select id, tenant_id as "tenantId", key, name, kind, text, file_id as "fileId", sha256,
      duration_ms as "durationMs", updated_at as "updatedAt"
    from ivr.prompt
    where ${where}
    order by platform.plain(name)`;
}

export async function readPrompts(ctx: Context, tenantId?: TenantId): Promise<PromptRow[]> {
  return await many(ctx, selectPrompts(tenantId ? sql`tenant_id = ${tenantId}` : sql`true`));
}

export async function readPrompt(ctx: Context, promptId: string): Promise<PromptRow> {
  return await one(ctx, selectPrompts(sql`id = ${promptId}`), `No prompt ${promptId} here`);
}

export async function findPrompt(
  ctx: Context,
  { tenantId, key }: { tenantId: TenantId; key: string },
): Promise<PromptRow | undefined> {
  return await maybe(ctx, selectPrompts(sql`tenant_id = ${tenantId} and key = ${key}`));
}

export async function readPromptKeys(ctx: Context, tenantId: TenantId): Promise<string[]> {
  const rows = await many<{ key: string }>(
    ctx,
    sql`select key from ivr.prompt where tenant_id = ${tenantId}`,
  );
  return rows.map((row) => row.key);
}

/** Puts the prompt of this key in place of the one before, keeping its id. */
export async function upsertPrompt(ctx: Context, prompt: Omit<PromptRow, "updatedAt">): Promise<PromptRow> {
  const { id, tenantId, key, name, kind, text, fileId, sha256, durationMs } = prompt;
  const kept = await one<{ id: string }>(
    ctx,
    sql`
      insert into ivr.prompt (id, tenant_id, key, name, kind, text, file_id, sha256, duration_ms, updated_at)
      values (${id}, ${tenantId}, ${key}, ${name}, ${kind}, ${text}, ${fileId}, ${sha256}, ${durationMs}, ${ctx.clock.now()})
      on conflict (tenant_id, key) do update set name = excluded.name, kind = excluded.kind, text = excluded.text,
        file_id = excluded.file_id, sha256 = excluded.sha256, duration_ms = excluded.duration_ms,
        updated_at = excluded.updated_at
      returning id`,
  );
  return await readPrompt(ctx, kept.id);
}

export async function deletePrompt(ctx: Context, promptId: string): Promise<void> {
  await run(ctx, sql`delete from ivr.prompt where id = ${promptId}`);
}
