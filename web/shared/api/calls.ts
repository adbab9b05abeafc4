import type {
  ConsultTarget,
  LiveCall,
  PlaceCall,
  PlacedCall,
  SoftphoneCredentials,
  TransferTarget,
} from "@vera/contracts/voice";
import { post, put } from "./request.ts";

/** One per press of a button: the server answers a repeated one with the first result. */
function requestId(): string {
  return crypto.randomUUID();
}

export async function softphoneCredentials(): Promise<SoftphoneCredentials> {
  return post("/softphone");
}

export async function placeCall(call: Omit<PlaceCall, "requestId">): Promise<PlacedCall> {
  return post("/calls", { requestId: requestId(), ...call });
}

export async function holdCall(id: string, on: boolean): Promise<LiveCall> {
  return put(`/calls/${id}/hold`, { on });
}

export async function muteCall(id: string, on: boolean): Promise<LiveCall> {
  return put(`/calls/${id}/mute`, { on });
}

export async function pauseRecording(id: string, paused: boolean): Promise<LiveCall> {
  return put(`/calls/${id}/recording`, { paused });
}

export async function pressKeys(id: string, keys: string): Promise<LiveCall> {
  return post(`/calls/${id}/keypad`, { requestId: requestId(), keys });
}

export async function transferCall(id: string, to: TransferTarget): Promise<LiveCall> {
  return post(`/calls/${id}/transfer`, { requestId: requestId(), to });
}

export async function consult(id: string, to: ConsultTarget): Promise<LiveCall> {
  return post(`/calls/${id}/consult`, { requestId: requestId(), to });
}

export async function joinConsult(id: string): Promise<LiveCall> {
  return post(`/calls/${id}/consult/join`);
}

export async function completeConsult(id: string): Promise<LiveCall> {
  return post(`/calls/${id}/consult/complete`);
}

export async function cancelConsult(id: string): Promise<LiveCall> {
  return post(`/calls/${id}/consult/cancel`);
}

/** My line is gone (a reload): the exchange rings this desk again, which picks up by itself. */
export async function rejoinCall(id: string): Promise<void> {
  return post(`/calls/${id}/rejoin`);
}

/** Ends the call; in a conference the others go on talking. */
export async function endCall(id: string): Promise<void> {
  return post(`/calls/${id}/end`);
}
