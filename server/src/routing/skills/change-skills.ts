import { CHANNELS } from "@vera/contracts/routing";
import type {
  AgentSkill,
  AgentSkillsChange,
  CapacityProfile,
  NewSkill,
  Skill,
} from "@vera/contracts/routing-admin";
import { readUser } from "../../identity/index.ts";
import {
  audit,
  type Context,
  DomainError,
  emit,
  inScope,
  type TenantId,
  type UserId,
} from "../../platform/index.ts";
import { agentSettingsChanged } from "../events.ts";
import {
  agentsOfSkill,
  deleteSkill,
  insertSkill,
  isSkillName,
  queuesAsking,
  readSkill,
  readSkillsById,
  renameSkill,
  saveAgentSkills,
  saveCapacity,
  skillsOfAgent,
} from "./store.ts";

export async function createSkill(ctx: Context, { tenantId, name }: NewSkill): Promise<Skill> {
  inScope(ctx, tenantId as TenantId);
  const skill = { id: ctx.ids.uuid(), tenantId, name };
  await refuseTakenName(ctx, skill);
  await insertSkill(ctx, skill);
  await note(ctx, skill, "skill.created");
  return { ...skill, agents: 0 };
}

export async function changeSkill(ctx: Context, skillId: string, name: string): Promise<Skill> {
  const skill = { ...(await readSkill(ctx, skillId)), name };
  await refuseTakenName(ctx, skill);
  await renameSkill(ctx, skill);
  await note(ctx, skill, "skill.renamed");
  return { ...skill, agents: (await agentsOfSkill(ctx, skillId)).length };
}

export async function removeSkill(ctx: Context, skillId: string): Promise<void> {
  const skill = await readSkill(ctx, skillId);
  const queues = await queuesAsking(ctx, skillId);
  if (queues.length > 0) {
    throw new DomainError(
      "conflict",
      `Skill ${skill.name} is asked for by ${queues.join(", ")}; change them first`,
      {
        key: "skillInUse",
        params: { name: skill.name, queues: queues.join(", ") },
      },
    );
  }
  const agents = await agentsOfSkill(ctx, skillId);
  await deleteSkill(ctx, skillId);
  await note(ctx, skill, "skill.removed");
  for (const { agentId } of agents) await tell(ctx, agentId);
}

export async function setAgentSkills(
  ctx: Context,
  agentId: string,
  { items }: AgentSkillsChange,
): Promise<AgentSkill[]> {
  await readUser(ctx, agentId as UserId);
  const known = await readSkillsById(
    ctx,
    items.map(({ skillId }) => skillId),
  );
  const levels = items.map(({ skillId, level }) => {
    const skill = known.get(skillId);
    if (!skill) throw new DomainError("invalid", `There is no skill ${skillId}`, { key: "unknownSkill" });
    return { skillId, tenantId: skill.tenantId, level };
  });
  const before = await skillsOfAgent(ctx, agentId);
  await saveAgentSkills(ctx, agentId, levels);
  const after = await skillsOfAgent(ctx, agentId);
  await auditEach(ctx, agentId, { before, after });
  await tell(ctx, agentId);
  return after;
}

/** One entry in each organism whose skills changed. */
async function auditEach(
  ctx: Context,
  agentId: string,
  { before, after }: { before: readonly AgentSkill[]; after: readonly AgentSkill[] },
): Promise<void> {
  const skills = await readSkillsById(
    ctx,
    [...before, ...after].map(({ skillId }) => skillId),
  );
  for (const tenantId of new Set([...skills.values()].map((skill) => skill.tenantId))) {
    const own = (list: readonly AgentSkill[]): AgentSkill[] =>
      list.filter(({ skillId }) => skills.get(skillId)?.tenantId === tenantId);
    await audit(ctx, {
      action: "agent.skills-changed",
      tenantId: tenantId as TenantId,
      subject: { kind: "user", id: agentId },
      detail: { before: own(before), after: own(after) },
    });
  }
}

export async function setCapacity(
  ctx: Context,
  agentId: string,
  profile: CapacityProfile,
): Promise<CapacityProfile> {
  await readUser(ctx, agentId as UserId);
  const known = new Set<string>(CHANNELS);
  const wrong = [...Object.keys(profile.limits), ...Object.keys(profile.interruptedBy)].find(
    (name) => !known.has(name),
  );
  if (wrong) throw new DomainError("invalid", `There is no channel "${wrong}"`, { key: "unknownChannel" });
  await saveCapacity(ctx, agentId, profile);
  await audit(ctx, {
    action: "agent.capacity-changed",
    tenantId: null,
    subject: { kind: "user", id: agentId },
    detail: { ...profile },
  });
  await tell(ctx, agentId);
  return profile;
}

async function refuseTakenName(
  ctx: Context,
  { id, tenantId, name }: { id: string; tenantId: string; name: string },
): Promise<void> {
  if (!(await isSkillName(ctx, { tenantId, name, exceptId: id }))) return;
  throw new DomainError("conflict", `There is already a skill called ${name}`, {
    key: "skillNameTaken",
    params: { name },
  });
}

async function note(
  ctx: Context,
  skill: { id: string; tenantId: string; name: string },
  action: string,
): Promise<void> {
  await audit(ctx, {
    action,
    tenantId: skill.tenantId as TenantId,
    subject: { kind: "skill", id: skill.id },
    detail: { name: skill.name },
  });
}

async function tell(ctx: Context, agentId: string): Promise<void> {
  await emit(ctx, agentSettingsChanged, { tenantId: null, key: agentId, data: { agentId } });
}
