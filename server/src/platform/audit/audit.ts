import type { Actor, Context } from "../context.ts";
import { json, maybe, run, sql } from "../db/sql.ts";
import type { TenantId } from "../ids.ts";

export interface AuditEntry {
  /** `recording.listened`: what was done, past tense. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly tenantId?: TenantId | null;
  /** No personal data beyond ids: audit entries are kept longer than people's records. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes the act into the chain, in the same transaction. */
export async function audit(ctx: Context, { action, subject, tenantId, detail }: AuditEntry): Promise<void> {
  await run(
    ctx,
    sql`
      insert into platform.audit_entry
        (at, tenant_id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, detail)
      values
        (${ctx.clock.now()}, ${tenantId ?? null}, ${ctx.actor.kind}, ${actorId(ctx.actor)}, ${actorName(ctx.actor)},
         ${action}, ${subject.kind}, ${subject.id}, ${json(detail ?? {})})`,
  );
}

export function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "api-key":
      return actor.apiKeyId;
    case "system":
    case "anonymous":
      return null;
  }
}

export function actorName(actor: Actor): string {
  return actor.kind === "anonymous" ? "anonymous" : actor.name;
}

export interface BrokenAuditEntry {
  readonly seq: number;
  readonly reason: string;
}

/** The first entry that was changed, removed or put in afterwards; undefined where the chain is whole. */
export async function findBrokenAuditEntry(ctx: Context): Promise<BrokenAuditEntry | undefined> {
  return await maybe<BrokenAuditEntry>(ctx, sql`select seq, reason from platform.broken_audit_entry()`);
}
