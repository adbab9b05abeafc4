import type { Timeline, TimelineEntry, TimelineQuery } from "@vera/contracts/citizens";
import type { Permission } from "@vera/contracts/permissions";
import { audit, type CitizenId, type Context, type Principal, type TenantScope } from "../platform/index.ts";
import { actingTenant, statedReason } from "./acting-tenant.ts";
import { found } from "./open-citizen.ts";
import { readCitizen } from "./store.ts";

export interface TimelineRequest {
  readonly citizenId: CitizenId;
  /** Where the reader may see this source's rows. */
  readonly tenants: TenantScope;
  /** Only what happened before; null: from the newest. */
  readonly before: Date | null;
  readonly limit: number;
}

/**
 * Something that happens to citizens: interactions, tickets, later campaigns and surveys. Modules above implement it,
 * processes hand them to `routes`: citizens stands below and cannot ask them by itself.
 */
export interface TimelineSource {
  /** What one needs to see its entries. */
  readonly permission: Permission;
  /** Newest first, at most `limit`. */
  entries(ctx: Context, request: TimelineRequest): Promise<TimelineEntry[]>;
}

const PAGE = 30;

export interface TimelineReader {
  readonly citizenId: CitizenId;
  readonly query: TimelineQuery;
  readonly principal: Principal;
}

/** The person's history over all sources, newest first. Audited like every view of the record. */
export async function openTimeline(
  ctx: Context,
  sources: readonly TimelineSource[],
  { citizenId, query, principal }: TimelineReader,
): Promise<Timeline> {
  const reason = statedReason(query);
  const tenantId = actingTenant(ctx, query.tenantId);
  found(await readCitizen(ctx, citizenId), citizenId);
  await audit(ctx, {
    action: "citizen.timeline-viewed",
    subject: { kind: "citizen", id: citizenId },
    tenantId,
    detail: reason,
  });
  const limit = query.limit ?? PAGE;
  const before = query.before === undefined ? null : new Date(query.before);
  const merged: TimelineEntry[] = [];
  for (const source of sources) {
    const tenants = bothScopes(ctx.scope, principal.grants.get(source.permission) ?? []);
    if (tenants !== "system" && tenants.length === 0) continue;
    // One more than asked tells whether there is a next page.
    merged.push(...(await source.entries(ctx, { citizenId, tenants, before, limit: limit + 1 })));
  }
  merged.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const items = merged.slice(0, limit);
  return { items, next: merged.length > limit ? (items.at(-1)?.at ?? null) : null };
}

function bothScopes(one: TenantScope, other: TenantScope): TenantScope {
  if (one === "system") return other;
  if (other === "system") return one;
  return one.filter((tenantId) => other.includes(tenantId));
}
