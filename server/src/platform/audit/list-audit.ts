import type { Context } from "../context.ts";
import { many, type Sql, sql } from "../db/sql.ts";

export interface AuditRow {
  readonly seq: number;
  readonly at: Date;
  readonly tenantId: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: Record<string, unknown>;
}

export interface AuditQuery {
  readonly tenantId?: string | undefined;
  readonly actorId?: string | undefined;
  /** An action or the head of one. */
  readonly action?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  /** Instants, RFC 3339: [from, to). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only entries older than this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Newest first. Row-level security holds it to the transaction's tenants; acts of the installation only for the system. */
export async function listAudit(ctx: Context, query: AuditQuery): Promise<AuditRow[]> {
  const when = (value: unknown, condition: Sql<unknown>): Sql<unknown> =>
    value === undefined ? sql`true` : condition;
  return await many<AuditRow>(
    ctx,
    sql`
      select seq, at, tenant_id as "tenantId", actor_kind as "actorKind", actor_id as "actorId",
        actor_name as "actorName", action, subject_kind as "subjectKind", subject_id as "subjectId", detail
      from platform.audit_entry
      where ${when(query.tenantId, sql`tenant_id = ${query.tenantId}`)}
        and ${when(query.actorId, sql`actor_id = ${query.actorId}`)}
        and ${when(query.action, sql`starts_with(action, ${query.action})`)}
        and ${when(query.subjectKind, sql`subject_kind = ${query.subjectKind}`)}
        and ${when(query.subjectId, sql`subject_id = ${query.subjectId}`)}
        and ${when(query.from, sql`at >= ${query.from}::timestamptz`)}
        and ${when(query.to, sql`at < ${query.to}::timestamptz`)}
        and ${when(query.before, sql`seq < ${query.before}`)}
      order by seq desc
      limit ${query.limit}`,
  );
}
