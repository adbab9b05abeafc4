import type { Citizen, NewCitizen } from "@vera/contracts/citizens";
import { actorName, audit, type CitizenId, type Context, DomainError, emit } from "../platform/index.ts";
import { actingTenant } from "./acting-tenant.ts";
import { citizenCreated } from "./events.ts";
import { searchName } from "./normalize-name.ts";
import { showRecord } from "./open-citizen.ts";
import { readContactPoints } from "./read-contact-points.ts";
import { readIdentifiers } from "./read-identifiers.ts";
import { refuseDuplicate } from "./refuse-duplicate.ts";
import { addIdentifier, type CitizenFields, insertCitizen, putContactPoint } from "./store.ts";

/** Registers a person beside the contact; "sin verificar" until somebody checks. */
export async function createCitizen(ctx: Context, given: NewCitizen): Promise<Citizen> {
  const tenantId = actingTenant(ctx, given.tenantId);
  const fields = readFields(ctx, given);
  const identifiers = readIdentifiers(given.identifiers ?? []);
  const contactPoints = readContactPoints(given.contactPoints ?? []);
  const citizenId = ctx.ids.uuid<CitizenId>();
  await refuseDuplicate(ctx, { citizenId, birthOn: fields.birthOn, identifiers });
  await insertCitizen(ctx, citizenId, {
    ...fields,
    searchName: searchName(fields),
    by: actorName(ctx.actor),
  });
  for (const identifier of identifiers) await addIdentifier(ctx, citizenId, identifier);
  for (const point of contactPoints) await putContactPoint(ctx, citizenId, point);
  await audit(ctx, {
    action: "citizen.created",
    subject: { kind: "citizen", id: citizenId },
    tenantId,
    detail: given.interactionId ? { interactionId: given.interactionId } : {},
  });
  await emit(ctx, citizenCreated, { tenantId, key: citizenId, data: { citizenId } });
  return await showRecord(ctx, citizenId);
}

type GivenFields = Pick<NewCitizen, "givenName" | "familyName" | "chosenName" | "birthOn"> &
  Pick<NewCitizen, "preferredChannel" | "preferredTime" | "takeIntoAccount">;

export function readFields(ctx: Context, given: GivenFields): CitizenFields {
  return {
    givenName: readName(given.givenName),
    familyName: readName(given.familyName),
    chosenName: given.chosenName?.trim() ? readName(given.chosenName) : null,
    birthOn: readBirthDate(ctx, given.birthOn ?? null),
    preferredChannel: given.preferredChannel ?? null,
    preferredTime: given.preferredTime?.trim() || null,
    takeIntoAccount: given.takeIntoAccount?.trim() || null,
  };
}

function readName(text: string): string {
  const name = text.normalize("NFC").trim().replace(/\s+/g, " ");
  if (/\p{L}/u.test(name)) return name;
  throw new DomainError("invalid", "A name needs at least one letter", { key: "nameWithoutLetters" });
}

/** The oldest person ever lived 122 years; more is a slip of the keyboard. */
const OLDEST_YEARS = 125;

function readBirthDate(ctx: Context, birthOn: string | null): string | null {
  if (birthOn === null) return null;
  const now = ctx.clock.now();
  const oldest = `${now.getUTCFullYear() - OLDEST_YEARS}${now.toISOString().slice(4, 10)}`;
  if (birthOn <= now.toISOString().slice(0, 10) && birthOn >= oldest) return birthOn;
  throw new DomainError("invalid", `${birthOn} cannot be a birth date of a living person`, {
    key: "birthDateImpossible",
    params: { birthOn },
  });
}
