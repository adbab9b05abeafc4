import type { EditOffice, NewOffice } from "@vera/contracts/tickets";
import { userNames } from "../../identity/index.ts";
import {
  audit,
  type Context,
  DomainError,
  inScope,
  type TenantId,
  type UserId,
} from "../../platform/index.ts";
import { hoursRules } from "../../tenants/index.ts";
import { isFallbackOffice } from "../competence/store.ts";
import * as store from "./store.ts";

export async function createOffice(ctx: Context, given: NewOffice): Promise<store.OfficeRow> {
  const office = {
    id: ctx.ids.uuid(),
    tenantId: given.tenantId as TenantId,
    name: given.name.trim(),
    calendarId: given.calendarId ?? null,
    localFront: given.localFront ?? false,
  };
  inScope(ctx, office.tenantId);
  const memberIds = await knownUsers(ctx, given.memberIds ?? []);
  await requireCalendar(ctx, office);
  if (office.localFront) await store.leaveLocalFront(ctx, office);
  if (!(await store.insertOffice(ctx, office))) throw takenName(office.name);
  await store.replaceMembers(ctx, office, memberIds);
  await told(ctx, office, "office.created");
  return foundOffice(await store.readOffice(ctx, office.id), office.id);
}

export async function changeOffice(
  ctx: Context,
  { officeId, change }: { officeId: string; change: EditOffice },
): Promise<store.OfficeRow> {
  const before = foundOffice(await store.readOffice(ctx, officeId), officeId);
  const office = {
    ...before,
    name: change.name?.trim() ?? before.name,
    active: change.active ?? before.active,
    calendarId: change.calendarId === undefined ? before.calendarId : change.calendarId,
    localFront: change.localFront ?? before.localFront,
  };
  await requireCalendar(ctx, office);
  if (!office.active && before.active) await requireNoFallback(ctx, office);
  if (office.localFront) await store.leaveLocalFront(ctx, office);
  if (await store.nameTaken(ctx, office)) throw takenName(office.name);
  await store.updateOffice(ctx, office);
  if (change.memberIds) await store.replaceMembers(ctx, office, await knownUsers(ctx, change.memberIds));
  await told(ctx, office, "office.changed");
  return foundOffice(await store.readOffice(ctx, officeId), officeId);
}

export function foundOffice(office: store.OfficeRow | undefined, officeId: string): store.OfficeRow {
  if (office) return office;
  throw new DomainError("not-found", `No office ${officeId} here`, { key: "officeNotFound" });
}

async function knownUsers(ctx: Context, memberIds: readonly string[]): Promise<UserId[]> {
  const wanted = [...new Set(memberIds)] as UserId[];
  const names = await userNames(ctx, wanted);
  const unknown = wanted.find((id) => !names.has(id));
  if (unknown === undefined) return wanted;
  throw new DomainError("not-found", `No user ${unknown}`, { key: "userNotFound" });
}

/** A calendar of the same organism. */
async function requireCalendar(
  ctx: Context,
  { tenantId, calendarId }: Pick<store.OfficeRow, "tenantId" | "calendarId">,
): Promise<void> {
  if (calendarId === null || (await hoursRules(ctx, [{ tenantId, calendarId }])).has(calendarId)) return;
  throw new DomainError("not-found", `No calendar ${calendarId} of this organism`, {
    key: "calendarNotFound",
  });
}

/** Where it closed, what no rule gives to anybody would be nobody's. */
async function requireNoFallback(ctx: Context, { id, name }: store.OfficeRow): Promise<void> {
  if (!(await isFallbackOffice(ctx, id))) return;
  throw new DomainError(
    "conflict",
    `${name} takes what no rule gives to anybody; publish rules with another office first`,
    { key: "officeIsFallback", params: { name } },
  );
}

function takenName(name: string): DomainError {
  return new DomainError("conflict", `There is an office named "${name}" already`, {
    key: "officeNameTaken",
    params: { name },
  });
}

async function told(
  ctx: Context,
  office: Pick<store.OfficeRow, "id" | "tenantId">,
  action: string,
): Promise<void> {
  await audit(ctx, { action, subject: { kind: "office", id: office.id }, tenantId: office.tenantId });
}
