import type { AgentDesk, LiveAgent, SetAgentState } from "@vera/contracts/routing";
import type { Supervise, Supervision } from "@vera/contracts/voice";
import { get, put, remove } from "./request.ts";

/** Listen, whisper or barge; my own telephone rings and picks up. Repeated with another mode it only changes the mode. */
export async function superviseCall(interactionId: string, wish: Supervise): Promise<Supervision> {
  return put(`/calls/${interactionId}/supervision`, wish);
}

export async function leaveSupervision(interactionId: string): Promise<void> {
  return remove(`/calls/${interactionId}/supervision`);
}

/** At once while the agent is free, otherwise when they finish what they have in hand. */
export async function setAgentState(agentId: string, change: SetAgentState): Promise<AgentDesk> {
  return put(`/agents/${agentId}/state`, change);
}

export async function liveAgents(): Promise<{ items: LiveAgent[] }> {
  return get("/agents/live");
}
