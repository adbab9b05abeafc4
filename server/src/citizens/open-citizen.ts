import type { Citizen, ViewReason } from "@vera/contracts/citizens";
import { audit, type CitizenId, type Context, DomainError } from "../platform/index.ts";
import { actingTenant, statedReason } from "./acting-tenant.ts";
import { showCitizen } from "./show-citizen.ts";
import { readCitizen, type StoredCitizen } from "./store.ts";
import { readDetails } from "./tenant-detail/store.ts";

/** The whole record. Who opened it and why stays in the audit chain; the citizen may ask for that log. */
export async function openCitizen(ctx: Context, citizenId: CitizenId, reason: ViewReason): Promise<Citizen> {
  const detail = statedReason(reason);
  const tenantId = actingTenant(ctx, reason.tenantId);
  const citizen = await showRecord(ctx, citizenId);
  await audit(ctx, {
    action: "citizen.viewed",
    subject: { kind: "citizen", id: citizenId },
    tenantId,
    detail,
  });
  return citizen;
}

/** Without an audit row: for the answer to an act that has its own. */
export async function showRecord(ctx: Context, citizenId: CitizenId): Promise<Citizen> {
  const stored = found(await readCitizen(ctx, citizenId), citizenId);
  return showCitizen(stored, await readDetails(ctx, citizenId));
}

export function found(stored: StoredCitizen | undefined, citizenId: CitizenId): StoredCitizen {
  if (stored) return stored;
  throw new DomainError("not-found", `No citizen ${citizenId}`, { key: "citizenNotFound" });
}
