import type { AgentSkill, CapacityProfile, Skill } from "@vera/contracts/routing-admin";
import { type Context, json, many, maybe, one, run, sql, uuids } from "../../platform/index.ts";

export async function readSkills(ctx: Context): Promise<Skill[]> {
  return await many(
    ctx,
    sql`
      select s.id, s.tenant_id as "tenantId", s.name,
        (select count(*)::int from routing.agent_skill a where a.skill_id = s.id) as agents
      from routing.skill s order by s.name, s.id`,
  );
}

export async function readSkillsById(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, { readonly id: string; readonly tenantId: string; readonly name: string }>> {
  const rows = await many<{ id: string; tenantId: string; name: string }>(
    ctx,
    sql`select id, tenant_id as "tenantId", name from routing.skill where id = any(${uuids(ids)})`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readSkill(
  ctx: Context,
  skillId: string,
): Promise<{ readonly id: string; readonly tenantId: string; readonly name: string }> {
  return await one(
    ctx,
    sql`select id, tenant_id as "tenantId", name from routing.skill where id = ${skillId}`,
    `There is no skill ${skillId}`,
  );
}

export async function isSkillName(
  ctx: Context,
  { tenantId, name, exceptId }: { tenantId: string; name: string; exceptId: string },
): Promise<boolean> {
  const row = await maybe(
    ctx,
    sql`
      select 1 from routing.skill
      where tenant_id = ${tenantId} and lower(name) = lower(${name}) and id <> ${exceptId}`,
  );
  return row !== undefined;
}

export async function insertSkill(
  ctx: Context,
  skill: { id: string; tenantId: string; name: string },
): Promise<void> {
  await run(
    ctx,
    sql`insert into routing.skill (id, tenant_id, name) values (${skill.id}, ${skill.tenantId}, ${skill.name})`,
  );
}

export async function renameSkill(ctx: Context, skill: { id: string; name: string }): Promise<void> {
  await run(ctx, sql`update routing.skill set name = ${skill.name} where id = ${skill.id}`);
}

export async function deleteSkill(ctx: Context, skillId: string): Promise<void> {
  await run(ctx, sql`delete from routing.skill where id = ${skillId}`);
}

/** Names of the queues that ask for the skill, now or after relaxing. */
export async function queuesAsking(ctx: Context, skillId: string): Promise<string[]> {
  const rows = await many<{ name: string }>(
    ctx,
    sql`
      select q.name from routing.queue q
      where exists (select from routing.queue_requirement r where r.queue_id = q.id and r.skill_id = ${skillId})
        or q.relax_steps @> jsonb_build_array(jsonb_build_object('requirements',
          jsonb_build_array(jsonb_build_object('skillId', ${skillId}::text))))
      order by q.name`,
  );
  return rows.map(({ name }) => name);
}

export async function agentsOfSkill(
  ctx: Context,
  skillId: string,
): Promise<{ readonly agentId: string; readonly level: number }[]> {
  return await many(
    ctx,
    sql`
      select agent_id as "agentId", level from routing.agent_skill
      where skill_id = ${skillId} order by level desc, agent_id`,
  );
}

/** Those in the tenants of the transaction. */
export async function skillsOfAgent(ctx: Context, agentId: string): Promise<AgentSkill[]> {
  return await many(
    ctx,
    sql`
      select a.skill_id as "skillId", s.name, a.level
      from routing.agent_skill a join routing.skill s on s.id = a.skill_id
      where a.agent_id = ${agentId} order by s.name, s.id`,
  );
}

export async function allAgentSkills(
  ctx: Context,
): Promise<{ readonly agentId: string; readonly skillId: string; readonly level: number }[]> {
  return await many(
    ctx,
    sql`select agent_id as "agentId", skill_id as "skillId", level from routing.agent_skill`,
  );
}

/** Replaces the levels that the transaction may see; others' organisms keep theirs. Level 0 is no row. */
export async function saveAgentSkills(
  ctx: Context,
  agentId: string,
  items: readonly { readonly skillId: string; readonly tenantId: string; readonly level: number }[],
): Promise<void> {
  await run(ctx, sql`delete from routing.agent_skill where agent_id = ${agentId}`);
  for (const { skillId, tenantId, level } of items) {
    if (level === 0) continue;
    await run(
      ctx,
      sql`
        insert into routing.agent_skill (tenant_id, skill_id, agent_id, level)
        values (${tenantId}, ${skillId}, ${agentId}, ${level})`,
    );
  }
}

export async function readCapacity(ctx: Context, agentId: string): Promise<CapacityProfile | undefined> {
  return await maybe(
    ctx,
    sql`select limits, interrupted_by as "interruptedBy" from routing.capacity where agent_id = ${agentId}`,
  );
}

export async function allCapacities(
  ctx: Context,
): Promise<(CapacityProfile & { readonly agentId: string })[]> {
  return await many(
    ctx,
    sql`select agent_id as "agentId", limits, interrupted_by as "interruptedBy" from routing.capacity`,
  );
}

export async function saveCapacity(ctx: Context, agentId: string, profile: CapacityProfile): Promise<void> {
  await run(
    ctx,
    sql`
      insert into routing.capacity (agent_id, limits, interrupted_by)
      values (${agentId}, ${json(profile.limits)}, ${json(profile.interruptedBy)})
      on conflict (agent_id) do update set limits = excluded.limits, interrupted_by = excluded.interrupted_by`,
  );
}
