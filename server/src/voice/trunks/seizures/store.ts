import { type Context, many, maybe, one, run, sql, type TenantId } from "../../../platform/index.ts";
import type { SeizureOutcome } from "../events.ts";

export interface SeizureRow {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly trunkId: string;
  readonly trunkName: string;
  readonly routeId: string | null;
  readonly interactionId: string | null;
  readonly channelId: string;
  readonly direction: "inbound" | "outbound";
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
}

export interface NewSeizure {
  readonly tenantId: TenantId;
  readonly trunkId: string;
  readonly routeId: string | null;
  /** Whose cap on calls at a time it counts against; null inbound. */
  readonly policyTenantId: TenantId | null;
  readonly interactionId: string | null;
  readonly channelId: string;
  readonly direction: "inbound" | "outbound";
  readonly number: string | null;
  readonly startedAt: Date;
}

const columns = sql`
  s.id, s.tenant_id as "tenantId", s.trunk_id as "trunkId", t.name as "trunkName", s.route_id as "routeId",
  s.interaction_id as "interactionId", s.channel_id as "channelId", s.direction, s.started_at as "startedAt",
  s.answered_at as "answeredAt", s.ended_at as "endedAt"`;

/** False when this channel has one already: the news came twice. */
export async function insertSeizure(ctx: Context, seizure: NewSeizure): Promise<boolean> {
  const inserted = await run(
    ctx,
    sql`
      insert into voice.seizure (id, tenant_id, trunk_id, route_id, policy_tenant_id, interaction_id, channel_id,
        direction, number, started_at)
      values (${ctx.ids.uuid()}, ${seizure.tenantId}, ${seizure.trunkId}, ${seizure.routeId}, ${seizure.policyTenantId},
        ${seizure.interactionId}, ${seizure.channelId}, ${seizure.direction}, ${seizure.number}, ${seizure.startedAt})
      on conflict (channel_id) do nothing`,
  );
  return inserted > 0;
}

export async function markRinging(ctx: Context, channelId: string, at: Date): Promise<void> {
  await run(
    ctx,
    sql`update voice.seizure set ringing_at = ${at} where channel_id = ${channelId} and ringing_at is null`,
  );
}

export async function markAnswered(ctx: Context, channelId: string, at: Date): Promise<void> {
  await run(
    ctx,
    sql`
      update voice.seizure set answered_at = ${at}
      where channel_id = ${channelId} and answered_at is null and ended_at is null`,
  );
}

export async function findSeizure(ctx: Context, channelId: string): Promise<SeizureRow | undefined> {
  return await maybe(
    ctx,
    sql<SeizureRow>`
      select ${columns} from voice.seizure s join voice.trunk t on t.id = s.trunk_id
      where s.channel_id = ${channelId} for update of s`,
  );
}

export async function markEnded(
  ctx: Context,
  {
    id,
    endedAt,
    cause,
    outcome,
    interactionId,
  }: { id: string; endedAt: Date; cause: number; outcome: SeizureOutcome; interactionId: string | null },
): Promise<void> {
  await run(
    ctx,
    sql`
      update voice.seizure set ended_at = ${endedAt}, cause = ${cause}, outcome = ${outcome},
        interaction_id = ${interactionId}
      where id = ${id}`,
  );
}

/** The interaction whose citizen came by this channel. */
export async function interactionOfChannel(ctx: Context, channelId: string): Promise<string | null> {
  const select = sql<{ id: string }>`
    select interaction_id as id from voice.call where citizen_channel_id = ${channelId} limit 1`;
  return (await maybe(ctx, select))?.id ?? null;
}

export async function liveSeizures(ctx: Context): Promise<SeizureRow[]> {
  return await many(
    ctx,
    sql<SeizureRow>`
      select ${columns} from voice.seizure s join voice.trunk t on t.id = s.trunk_id where s.ended_at is null`,
  );
}

/**
 * Whether one more call fits. Invariant: at most `max_calls` live seizures a trunk and a tenant's policy, also when two
 * calls begin at once: each takes the same rows' locks first, in the same order.
 */
export async function hasRoom(
  ctx: Context,
  {
    trunkId,
    policyTenantId,
    maxCalls,
  }: { trunkId: string; policyTenantId: TenantId; maxCalls: number | null },
): Promise<"free" | "trunk-full" | "tenant-full"> {
  await run(ctx, sql`select 1 from voice.outbound_policy where tenant_id = ${policyTenantId} for update`);
  const trunk = await one<{ maxCalls: number | null }>(
    ctx,
    sql`select max_calls as "maxCalls" from voice.trunk where id = ${trunkId} for update`,
  );
  const { onTrunk, ofTenant } = await one<{ onTrunk: number; ofTenant: number }>(
    ctx,
    sql`
      select (select count(*) from voice.seizure where trunk_id = ${trunkId} and ended_at is null) as "onTrunk",
        (select count(*) from voice.seizure where policy_tenant_id = ${policyTenantId} and ended_at is null) as "ofTenant"`,
  );
  if (maxCalls !== null && ofTenant >= maxCalls) return "tenant-full";
  return trunk.maxCalls !== null && onTrunk >= trunk.maxCalls ? "trunk-full" : "free";
}

export interface TrunkUse {
  readonly trunkId: string;
  readonly calls: number;
  readonly attempts: number;
  readonly answered: number;
}

/** Live calls of each trunk, and what came of the attempts that began since then. */
export async function trunkUse(ctx: Context, since: Date): Promise<Map<string, TrunkUse>> {
  const rows = await many<TrunkUse>(
    ctx,
    sql`
      select trunk_id as "trunkId", count(*) filter (where ended_at is null) as calls,
        count(*) filter (where started_at >= ${since} and ended_at is not null) as attempts,
        count(*) filter (where started_at >= ${since} and outcome = 'answered') as answered
      from voice.seizure where ended_at is null or started_at >= ${since} group by trunk_id`,
  );
  return new Map(rows.map((row) => [row.trunkId, row]));
}
