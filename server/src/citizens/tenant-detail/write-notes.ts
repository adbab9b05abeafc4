import type { Citizen, EditTenantDetail } from "@vera/contracts/citizens";
import {
  audit,
  type CitizenId,
  type Context,
  DomainError,
  emit,
  inScope,
  type TenantId,
} from "../../platform/index.ts";
import { citizenUpdated } from "../events.ts";
import { found, showRecord } from "../open-citizen.ts";
import { readCitizen } from "../store.ts";
import { writeDetail } from "./store.ts";

/** What one organism wants to remember about a person; the others do not see it. */
export async function writeTenantNotes(
  ctx: Context,
  citizenId: CitizenId,
  { tenantId: givenTenant, version, notes }: EditTenantDetail,
): Promise<Citizen> {
  const tenantId = givenTenant as TenantId;
  inScope(ctx, tenantId);
  const citizen = found(await readCitizen(ctx, citizenId), citizenId);
  const written = await writeDetail(ctx, { tenantId, citizenId, notes: notes.trim(), version });
  if (written === 0) {
    throw new DomainError("conflict", "Somebody changed these notes meanwhile. Load the record again", {
      key: "citizenNotesChangedMeanwhile",
    });
  }
  await audit(ctx, {
    action: "citizen.notes-written",
    subject: { kind: "citizen", id: citizenId },
    tenantId,
  });
  await emit(ctx, citizenUpdated, {
    tenantId,
    key: citizenId,
    data: { citizenId, changed: ["tenantNotes"], version: citizen.version },
  });
  return await showRecord(ctx, citizenId);
}
