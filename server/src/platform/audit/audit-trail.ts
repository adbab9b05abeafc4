import type { Context } from "../context.ts";
import { many, sql } from "../db/sql.ts";

export interface AuditTrailEntry {
  readonly at: Date;
  readonly action: string;
  readonly actorId: string | null;
  readonly actorName: string;
}

/** Who did these acts to one subject, newest first. Row-level security holds it to the transaction's tenants. */
export async function auditTrail(
  ctx: Context,
  {
    kind,
    id,
    actions,
    limit = 200,
  }: { kind: string; id: string; actions: readonly string[]; limit?: number },
): Promise<AuditTrailEntry[]> {
  return await many<AuditTrailEntry>(
    ctx,
    sql`
      select at, action, actor_id as "actorId", actor_name as "actorName" from platform.audit_entry
      where subject_kind = ${kind} and subject_id = ${id} and action = any(${[...actions]})
      order by seq desc limit ${limit}`,
  );
}
