import type { Citizen, EditCitizen } from "@vera/contracts/citizens";
import { actorName, audit, type CitizenId, type Context, DomainError, emit } from "../platform/index.ts";
import { actingTenant } from "./acting-tenant.ts";
import { readFields } from "./create-citizen.ts";
import { citizenUpdated } from "./events.ts";
import { searchName } from "./normalize-name.ts";
import { found, showRecord } from "./open-citizen.ts";
import { type KnownContactPoint, readContactPoints } from "./read-contact-points.ts";
import { identifierKey, type KnownIdentifier, readIdentifiers } from "./read-identifiers.ts";
import { refuseDuplicate } from "./refuse-duplicate.ts";
import * as store from "./store.ts";

/**
 * Writes what differs. A version other than the one in the register is a conflict and changes nothing.
 * Where documents or the birth date change, the person is "sin verificar" again: it was those that were checked.
 */
export async function editCitizen(ctx: Context, citizenId: CitizenId, edit: EditCitizen): Promise<Citizen> {
  const tenantId = actingTenant(ctx, edit.tenantId);
  const before = await holdForEdit(ctx, citizenId, edit.version);
  const fields = readFields(ctx, { ...before, ...edit });
  const identifiers = edit.identifiers ? readIdentifiers(edit.identifiers) : before.identifiers;
  const points = edit.contactPoints ? readContactPoints(edit.contactPoints) : undefined;
  const changed = [
    ...changedFields(before, fields),
    ...(sameIdentifiers(before.identifiers, identifiers) ? [] : ["identifiers"]),
    ...(points && !samePoints(before.contactPoints, points) ? ["contactPoints"] : []),
  ];
  if (changed.length === 0) return await showRecord(ctx, citizenId);
  if (changed.includes("identifiers") || changed.includes("birthOn")) {
    await refuseDuplicate(ctx, { citizenId, birthOn: fields.birthOn, identifiers });
  }
  const verification = keptVerification(before, changed);
  await store.updateCitizen(ctx, citizenId, {
    ...fields,
    ...verification,
    searchName: searchName(fields),
    by: actorName(ctx.actor),
  });
  await writeIdentifiers(ctx, before, identifiers);
  if (points) await writePoints(ctx, before, points);
  await record(ctx, {
    citizenId,
    tenantId,
    changed,
    version: before.version + 1,
    interactionId: edit.interactionId,
  });
  return await showRecord(ctx, citizenId);
}

/** The row, locked; refuses where somebody saved in between. */
export async function holdForEdit(
  ctx: Context,
  citizenId: CitizenId,
  version: number,
): Promise<store.StoredCitizen> {
  const stored = found(await store.lockCitizen(ctx, citizenId), citizenId);
  if (stored.version === version) return stored;
  throw new DomainError(
    "conflict",
    `${stored.updatedByName} changed this record meanwhile: it has version ${stored.version}, yours is ${version}. Load it again and repeat the change`,
    { key: "citizenChangedMeanwhile", params: { by: stored.updatedByName, version: stored.version } },
  );
}

const FIELDS = [
  "givenName",
  "familyName",
  "chosenName",
  "birthOn",
  "preferredChannel",
  "preferredTime",
  "takeIntoAccount",
] as const satisfies readonly (keyof store.CitizenFields)[];

function changedFields(before: store.CitizenFields, after: store.CitizenFields): string[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}

function keptVerification(
  before: store.StoredVerification,
  changed: readonly string[],
): store.StoredVerification {
  const { verificationMethod, verifiedAt, verifiedByName } = before;
  return changed.includes("identifiers") || changed.includes("birthOn")
    ? { verificationMethod: null, verifiedAt: null, verifiedByName: null }
    : { verificationMethod, verifiedAt, verifiedByName };
}

function sameIdentifiers(before: readonly KnownIdentifier[], after: readonly KnownIdentifier[]): boolean {
  return sameSet(before.map(identifierKey), after.map(identifierKey));
}

function samePoints(
  before: readonly store.StoredContactPoint[],
  after: readonly KnownContactPoint[],
): boolean {
  const shape = (point: Omit<store.StoredContactPoint, "id" | "verifiedAt">) =>
    JSON.stringify([point.kind, point.value, point.line, point.label, point.preferred]);
  return sameSet(before.map(shape), after.map(shape));
}

function sameSet(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((key) => after.includes(key));
}

async function writeIdentifiers(
  ctx: Context,
  before: store.StoredCitizen,
  after: readonly KnownIdentifier[],
): Promise<void> {
  const kept = new Set(after.map(identifierKey));
  const known = new Set(before.identifiers.map(identifierKey));
  for (const old of before.identifiers) {
    if (!kept.has(identifierKey(old))) await store.removeIdentifier(ctx, old.id);
  }
  for (const fresh of after) {
    if (!known.has(identifierKey(fresh))) await store.addIdentifier(ctx, before.id, fresh);
  }
}

async function writePoints(
  ctx: Context,
  before: store.StoredCitizen,
  after: readonly KnownContactPoint[],
): Promise<void> {
  const kept = new Set(after.map(({ kind, value }) => `${kind}:${value}`));
  for (const old of before.contactPoints) {
    if (!kept.has(`${old.kind}:${old.value}`)) await store.removeContactPoint(ctx, old.id);
  }
  for (const point of after) await store.putContactPoint(ctx, before.id, point);
}

interface Edited {
  readonly citizenId: CitizenId;
  readonly tenantId: ReturnType<typeof actingTenant>;
  readonly changed: readonly string[];
  readonly version: number;
  readonly interactionId: string | undefined;
}

/** Names of fields, never their values: the audit chain and the events outlive an erasure. */
export async function record(ctx: Context, edited: Edited): Promise<void> {
  const { citizenId, tenantId, changed, version, interactionId } = edited;
  await audit(ctx, {
    action: "citizen.edited",
    subject: { kind: "citizen", id: citizenId },
    tenantId,
    detail: { changed, version, ...(interactionId && { interactionId }) },
  });
  await emit(ctx, citizenUpdated, {
    tenantId,
    key: citizenId,
    data: { citizenId, changed: [...changed], version },
  });
}
