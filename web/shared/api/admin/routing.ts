import type {
  AgentSkill,
  AgentSkillsChange,
  CapacityProfile,
  NewPauseReason,
  NewQueue,
  NewSkill,
  PauseReason,
  PauseReasonChange,
  Queue,
  QueueChange,
  Skill,
} from "@vera/contracts/routing-admin";
import { get, patch, post, put, remove } from "../request.ts";

interface Items<Item> {
  items: Item[];
}

export async function listQueues(): Promise<Items<Queue>> {
  return get("/queues");
}

export async function createQueue(queue: NewQueue): Promise<Queue> {
  return post("/queues", queue);
}

export async function changeQueue(queueId: string, change: QueueChange): Promise<Queue> {
  return patch(`/queues/${queueId}`, change);
}

/** Switches it off; refused while somebody waits in it. */
export async function closeQueue(queueId: string): Promise<void> {
  return remove(`/queues/${queueId}`);
}

export interface RoutingStrategy {
  name: string;
  label: string;
  about: string;
}

export async function listStrategies(): Promise<Items<RoutingStrategy>> {
  return get("/routing-strategies");
}

export async function listSkills(): Promise<Items<Skill>> {
  return get("/skills");
}

export async function createSkill(skill: NewSkill): Promise<Skill> {
  return post("/skills", skill);
}

export async function renameSkill(skillId: string, name: string): Promise<Skill> {
  return patch(`/skills/${skillId}`, { name });
}

export async function removeSkill(skillId: string): Promise<void> {
  return remove(`/skills/${skillId}`);
}

export interface SkilledAgent {
  agentId: string;
  name: string;
  level: number;
}

export async function listSkillAgents(skillId: string): Promise<Items<SkilledAgent>> {
  return get(`/skills/${skillId}/agents`);
}

export async function listAgentSkills(agentId: string): Promise<Items<AgentSkill>> {
  return get(`/agents/${agentId}/skills`);
}

export async function setAgentSkills(agentId: string, change: AgentSkillsChange): Promise<Items<AgentSkill>> {
  return put(`/agents/${agentId}/skills`, change);
}

export async function openCapacity(agentId: string): Promise<CapacityProfile> {
  return get(`/capacity-profiles/${agentId}`);
}

export async function setCapacity(agentId: string, capacity: CapacityProfile): Promise<CapacityProfile> {
  return put(`/capacity-profiles/${agentId}`, capacity);
}

export async function listAllPauseReasons(): Promise<Items<PauseReason>> {
  return get("/pause-reasons");
}

export async function createPauseReason(reason: NewPauseReason): Promise<PauseReason> {
  return post("/pause-reasons", reason);
}

export async function changePauseReason(reasonId: string, change: PauseReasonChange): Promise<PauseReason> {
  return patch(`/pause-reasons/${reasonId}`, change);
}

export async function removePauseReason(reasonId: string): Promise<void> {
  return remove(`/pause-reasons/${reasonId}`);
}
