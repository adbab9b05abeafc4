import type { NewOutcomeCode, OutcomeCode, OutcomeCodeChange } from "@vera/contracts/conversations";
import type { EditOffice, NewOffice, Office, OfficeList } from "@vera/contracts/tickets";
import { get, patch, post } from "../request.ts";

export async function createOutcomeCode(code: NewOutcomeCode): Promise<OutcomeCode> {
  return post("/outcome-codes", code);
}

export async function changeOutcomeCode(id: string, change: OutcomeCodeChange): Promise<OutcomeCode> {
  return patch(`/outcome-codes/${id}`, change);
}

export async function listAllOffices(): Promise<OfficeList> {
  return get("/offices");
}

export async function createOffice(office: NewOffice): Promise<Office> {
  return post("/offices", office);
}

export async function changeOffice(officeId: string, change: EditOffice): Promise<Office> {
  return patch(`/offices/${officeId}`, change);
}
