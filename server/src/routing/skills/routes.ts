import {
  AgentSkills,
  AgentSkillsChange,
  CapacityProfile,
  NewSkill,
  Skill,
  SkillAgents,
  SkillChange,
  SkillList,
} from "@vera/contracts/routing-admin";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { readUser, userNames } from "../../identity/index.ts";
import type { Http, UserId } from "../../platform/index.ts";
import { DEFAULT_CAPACITY } from "../engine/settings.ts";
import { changeSkill, createSkill, removeSkill, setAgentSkills, setCapacity } from "./change-skills.ts";
import { agentsOfSkill, readCapacity, readSkill, readSkills, skillsOfAgent } from "./store.ts";

const tags = ["routing"];
const ofSkill = Type.Object({ skillId: Uuid });
const ofAgent = Type.Object({ agentId: Uuid });

export function skillRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/skills",
    permission: "queue.read",
    summary: "The skills of my organisms",
    tags,
    response: SkillList,
    handler: async (ctx) => ({ items: await readSkills(ctx) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/skills",
    permission: "skill.manage",
    summary: "Add a skill",
    tags,
    body: NewSkill,
    response: Skill,
    status: 201,
    handler: async (ctx, { body }) => await createSkill(ctx, body),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/skills/:skillId",
    permission: "skill.manage",
    summary: "Rename a skill",
    tags,
    params: ofSkill,
    body: SkillChange,
    response: Skill,
    handler: async (ctx, { params, body }) => await changeSkill(ctx, params.skillId, body.name),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/skills/:skillId",
    permission: "skill.manage",
    summary: "Remove a skill that no queue asks for",
    tags,
    params: ofSkill,
    handler: async (ctx, { params }) => await removeSkill(ctx, params.skillId),
  });
  http.route({
    method: "GET",
    url: "/api/v1/skills/:skillId/agents",
    permission: "queue.read",
    summary: "Who has a skill",
    tags,
    params: ofSkill,
    response: SkillAgents,
    handler: async (ctx, { params }) => {
      await readSkill(ctx, params.skillId);
      const agents = await agentsOfSkill(ctx, params.skillId);
      const names = await userNames(
        ctx,
        agents.map(({ agentId }) => agentId as UserId),
      );
      return { items: agents.map((agent) => ({ ...agent, name: names.get(agent.agentId as UserId) ?? "" })) };
    },
  });
  agentSkillRoutes(http);
}

function agentSkillRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/agents/:agentId/skills",
    permission: "queue.read",
    summary: "The skills of an agent",
    tags,
    params: ofAgent,
    response: AgentSkills,
    handler: async (ctx, { params }) => ({ items: await skillsOfAgent(ctx, params.agentId) }),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/agents/:agentId/skills",
    permission: "skill.manage",
    summary: "Replace the skills of an agent in my organisms; applies at once",
    tags,
    params: ofAgent,
    body: AgentSkillsChange,
    response: AgentSkills,
    handler: async (ctx, { params, body }) => ({ items: await setAgentSkills(ctx, params.agentId, body) }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/capacity-profiles/:agentId",
    permission: "skill.manage",
    summary: "How much an agent takes at once",
    tags,
    params: ofAgent,
    response: CapacityProfile,
    handler: async (ctx, { params }) => {
      await readUser(ctx, params.agentId as UserId);
      return (await readCapacity(ctx, params.agentId)) ?? usualCapacity();
    },
  });
  http.route({
    method: "PUT",
    url: "/api/v1/capacity-profiles/:agentId",
    permission: "skill.manage",
    summary: "Set how much an agent takes at once, per channel",
    tags,
    params: ofAgent,
    body: CapacityProfile,
    response: CapacityProfile,
    handler: async (ctx, { params, body }) => await setCapacity(ctx, params.agentId, body),
  });
}

function usualCapacity(): CapacityProfile {
  const { limits, interruptedBy } = DEFAULT_CAPACITY;
  return {
    limits: { ...limits },
    interruptedBy: Object.fromEntries(Object.entries(interruptedBy).map(([name, by]) => [name, [...by]])),
  };
}
