import type {
  Citizen,
  EditCitizen,
  FoundCitizens,
  NewCitizen,
  Timeline,
  VerifyCitizen,
} from "@vera/contracts/citizens";
import { get, patch, post } from "./request.ts";

/** Why a record is opened; a contact in hand or a purpose in words. It leaves an audit row. */
export type OpeningReason =
  | { interactionId: string; tenantId?: string }
  | { purpose: string; tenantId?: string };

export async function findCitizens(q: string, signal: AbortSignal): Promise<FoundCitizens> {
  return get("/citizens", { query: { q, limit: 12 }, signal });
}

export async function openCitizen(citizenId: string, reason: OpeningReason): Promise<Citizen> {
  return get(`/citizens/${citizenId}`, { query: reason });
}

export async function citizenTimeline(citizenId: string, reason: OpeningReason): Promise<Timeline> {
  return get(`/citizens/${citizenId}/timeline`, { query: { ...reason, limit: 30 } });
}

export async function createCitizen(citizen: NewCitizen): Promise<Citizen> {
  return post("/citizens", citizen);
}

export async function editCitizen(citizenId: string, change: EditCitizen): Promise<Citizen> {
  return patch(`/citizens/${citizenId}`, change);
}

export async function verifyCitizen(citizenId: string, verification: VerifyCitizen): Promise<Citizen> {
  return post(`/citizens/${citizenId}/verification`, verification);
}
