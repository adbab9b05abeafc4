import type { AgentDesk, CallbackRequest, SetAgentState } from "@vera/contracts/routing";
import type { PauseReason } from "@vera/contracts/routing-admin";
import { get, post, put, remove } from "./request.ts";

export async function setMyState(change: SetAgentState): Promise<AgentDesk> {
  return put("/agent/state", change);
}

export async function forgetNextState(): Promise<AgentDesk> {
  return remove("/agent/next-state");
}

export async function acceptOffer(offerId: string): Promise<AgentDesk> {
  return post(`/offers/${offerId}/accept`);
}

export async function declineOffer(offerId: string): Promise<AgentDesk> {
  return post(`/offers/${offerId}/decline`);
}

export async function endWrapUp(interactionId: string): Promise<AgentDesk> {
  return post(`/wrap-ups/${interactionId}/end`);
}

export async function extendWrapUp(interactionId: string): Promise<AgentDesk> {
  return post(`/wrap-ups/${interactionId}/extend`);
}

export async function listPauseReasons(): Promise<{ items: PauseReason[] }> {
  return get("/pause-reasons");
}

export async function myCallbacks(): Promise<{ items: CallbackRequest[] }> {
  return get("/callback-requests", { query: { agent: "me", state: "waiting" } });
}
