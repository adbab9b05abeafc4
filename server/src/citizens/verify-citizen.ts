import type { Citizen, VerifyCitizen } from "@vera/contracts/citizens";
import { actorName, type CitizenId, type Context, DomainError } from "../platform/index.ts";
import { actingTenant } from "./acting-tenant.ts";
import { holdForEdit, record } from "./edit-citizen.ts";
import { searchName } from "./normalize-name.ts";
import { showRecord } from "./open-citizen.ts";
import { updateCitizen } from "./store.ts";

/** Somebody made sure that the person is who they say. A matching caller-id is no method: it is a hint. */
export async function verifyCitizen(
  ctx: Context,
  citizenId: CitizenId,
  check: VerifyCitizen,
): Promise<Citizen> {
  const tenantId = actingTenant(ctx, check.tenantId);
  const before = await holdForEdit(ctx, citizenId, check.version);
  if (check.method === "document-and-birth-date" && (before.identifiers.length === 0 || !before.birthOn)) {
    throw new DomainError("invalid", "There is no document or no birth date in this record to compare with", {
      key: "nothingToVerify",
    });
  }
  await updateCitizen(ctx, citizenId, {
    ...before,
    verificationMethod: check.method,
    verifiedAt: ctx.clock.now(),
    verifiedByName: actorName(ctx.actor),
    searchName: searchName(before),
    by: actorName(ctx.actor),
  });
  await record(ctx, {
    citizenId,
    tenantId,
    changed: ["verification"],
    version: before.version + 1,
    interactionId: check.interactionId,
  });
  return await showRecord(ctx, citizenId);
}
