import { AuditFilter, AuditIntegrity, AuditList } from "@vera/contracts/identity";
import {
  type AuditRow,
  DomainError,
  findBrokenAuditEntry,
  type Http,
  inScope,
  listAudit,
  type TenantId,
} from "../../platform/index.ts";

const tags = ["audit"];
const PAGE = 50;

export function auditRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/audit",
    permission: "audit.read",
    summary: "Who did what, newest first, 50 a page",
    tags,
    query: AuditFilter,
    response: AuditList,
    handler: async (ctx, { query }) => {
      if (query.tenantId) inScope(ctx, query.tenantId as TenantId);
      const rows = await listAudit(ctx, { ...query, limit: PAGE + 1 });
      const page = rows.slice(0, PAGE);
      return { entries: page.map(entryReply), next: rows.length > PAGE ? (page.at(-1)?.seq ?? null) : null };
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/audit/integrity",
    permission: "system.manage",
    summary: "Is the chain of audit entries whole; if not, which entry is the first wrong one",
    tags,
    response: AuditIntegrity,
    handler: async (ctx) => {
      if (ctx.scope !== "system") {
        throw new DomainError(
          "forbidden",
          "The chain runs through all tenants; it is checked from the whole platform",
          {
            key: "platformOnly",
          },
        );
      }
      const broken = await findBrokenAuditEntry(ctx);
      return { whole: !broken, brokenSeq: broken?.seq ?? null, reason: broken?.reason ?? null };
    },
  });
}

function entryReply(row: AuditRow): AuditList["entries"][number] {
  const { seq, tenantId, action, detail } = row;
  return {
    ...{ seq, tenantId, action, detail },
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    subject: { kind: row.subjectKind, id: row.subjectId },
  };
}
