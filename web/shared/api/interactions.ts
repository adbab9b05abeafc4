import type {
  Disposition,
  InteractionDetail,
  InteractionNote,
  NewDisposition,
  OutcomeCode,
} from "@vera/contracts/conversations";
import { get, post, put } from "./request.ts";

export async function openInteraction(interactionId: string): Promise<InteractionDetail> {
  return get(`/interactions/${interactionId}`);
}

export async function assignCitizen(interactionId: string, citizenId: string | null): Promise<void> {
  return put(`/interactions/${interactionId}/citizen`, { citizenId });
}

export async function addInteractionNote(interactionId: string, text: string): Promise<InteractionNote> {
  return post(`/interactions/${interactionId}/notes`, { text });
}

export async function recordDisposition(interactionId: string, result: NewDisposition): Promise<Disposition> {
  return post(`/interactions/${interactionId}/disposition`, result);
}

export async function listOutcomeCodes(tenantId: string): Promise<{ items: OutcomeCode[] }> {
  return get("/outcome-codes", { query: { tenantId } });
}
