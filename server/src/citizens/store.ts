import type { PreferredChannel, VerificationMethod } from "@vera/contracts/citizens";
import { type CitizenId, type Context, many, maybe, run, sql } from "../platform/index.ts";
import type { KnownContactPoint } from "./read-contact-points.ts";
import type { KnownIdentifier } from "./read-identifiers.ts";

export interface StoredIdentifier extends KnownIdentifier {
  readonly id: string;
}

export interface StoredContactPoint extends Omit<KnownContactPoint, "line"> {
  readonly id: string;
  readonly line: "mobile" | "fixed" | "unknown" | null;
  /** RFC 3339 text: it comes out of jsonb. */
  readonly verifiedAt: string | null;
}

/** What is on the person's own row and may be edited. */
export interface CitizenFields {
  readonly givenName: string;
  readonly familyName: string;
  readonly chosenName: string | null;
  readonly birthOn: string | null;
  readonly preferredChannel: PreferredChannel | null;
  readonly preferredTime: string | null;
  readonly takeIntoAccount: string | null;
}

export interface StoredVerification {
  readonly verificationMethod: VerificationMethod | null;
  readonly verifiedAt: Date | null;
  readonly verifiedByName: string | null;
}

export interface StoredCitizen extends CitizenFields, StoredVerification {
  readonly id: CitizenId;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedByName: string;
  readonly identifiers: readonly StoredIdentifier[];
  readonly contactPoints: readonly StoredContactPoint[];
}

const PERSON = sql.raw(`
  c.id, c.given_name as "givenName", c.family_name as "familyName", c.chosen_name as "chosenName",
  c.birth_on as "birthOn", c.verification_method as "verificationMethod", c.verified_at as "verifiedAt",
  c.verified_by_name as "verifiedByName", c.preferred_channel as "preferredChannel",
  c.preferred_time as "preferredTime", c.take_into_account as "takeIntoAccount", c.version,
  c.created_at as "createdAt", c.updated_at as "updatedAt", c.updated_by_name as "updatedByName",
  coalesce((
    select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'country', i.country, 'value', i.value,
      'document', i.document) order by i.kind, i.created_at, i.id)
    from citizens.identifier i where i.citizen_id = c.id
  ), '[]') as identifiers,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'value', p.value, 'line', p.line,
      'label', p.label, 'preferred', p.preferred, 'verifiedAt', p.verified_at)
      order by p.preferred desc, p.kind desc, p.created_at, p.id)
    from citizens.contact_point p where p.citizen_id = c.id
  ), '[]') as "contactPoints"`);

export async function readCitizen(ctx: Context, citizenId: CitizenId): Promise<StoredCitizen | undefined> {
  return await maybe<StoredCitizen>(
    ctx,
    sql`select ${PERSON} from citizens.citizen c where c.id = ${citizenId}`,
  );
}

/** Held until the end of the transaction, so that of two edits one sees the other. */
export async function lockCitizen(ctx: Context, citizenId: CitizenId): Promise<StoredCitizen | undefined> {
  return await maybe<StoredCitizen>(
    ctx,
    sql`select ${PERSON} from citizens.citizen c where c.id = ${citizenId} for update of c`,
  );
}

interface Written extends CitizenFields {
  readonly searchName: string;
  readonly by: string;
}

export async function insertCitizen(ctx: Context, citizenId: CitizenId, person: Written): Promise<void> {
  const now = ctx.clock.now();
  await run(
    ctx,
    sql`
      insert into citizens.citizen
        (id, given_name, family_name, chosen_name, search_name, birth_on, preferred_channel, preferred_time,
         take_into_account, created_at, updated_at, updated_by_name)
      values
        (${citizenId}, ${person.givenName}, ${person.familyName}, ${person.chosenName}, ${person.searchName},
         ${person.birthOn}, ${person.preferredChannel}, ${person.preferredTime}, ${person.takeIntoAccount},
         ${now}, ${now}, ${person.by})`,
  );
}

/** The caller holds the row's lock and has compared the version. */
export async function updateCitizen(
  ctx: Context,
  citizenId: CitizenId,
  person: Written & StoredVerification,
): Promise<void> {
  await run(
    ctx,
    sql`
      update citizens.citizen set
        given_name = ${person.givenName}, family_name = ${person.familyName}, chosen_name = ${person.chosenName},
        search_name = ${person.searchName}, birth_on = ${person.birthOn},
        verification_method = ${person.verificationMethod}, verified_at = ${person.verifiedAt},
        verified_by_name = ${person.verifiedByName}, preferred_channel = ${person.preferredChannel},
        preferred_time = ${person.preferredTime}, take_into_account = ${person.takeIntoAccount},
        version = version + 1, updated_at = ${ctx.clock.now()}, updated_by_name = ${person.by}
      where id = ${citizenId}`,
  );
}

export async function addIdentifier(
  ctx: Context,
  citizenId: CitizenId,
  known: KnownIdentifier,
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into citizens.identifier (id, citizen_id, kind, country, value, document, created_at)
      values (${ctx.ids.uuid()}, ${citizenId}, ${known.kind}, ${known.country}, ${known.value},
              ${known.document}, ${ctx.clock.now()})`,
  );
}

export async function removeIdentifier(ctx: Context, identifierId: string): Promise<void> {
  await run(ctx, sql`delete from citizens.identifier where id = ${identifierId}`);
}

/** A known one keeps its id and its verification. */
export async function putContactPoint(
  ctx: Context,
  citizenId: CitizenId,
  point: KnownContactPoint,
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into citizens.contact_point (id, citizen_id, kind, value, line, label, preferred, created_at)
      values (${ctx.ids.uuid()}, ${citizenId}, ${point.kind}, ${point.value}, ${point.line}, ${point.label},
              ${point.preferred}, ${ctx.clock.now()})
      on conflict (citizen_id, kind, value) do update set
        line = excluded.line, label = excluded.label, preferred = excluded.preferred`,
  );
}

export async function removeContactPoint(ctx: Context, contactPointId: string): Promise<void> {
  await run(ctx, sql`delete from citizens.contact_point where id = ${contactPointId}`);
}

export interface IdentifierOwner {
  readonly citizenId: CitizenId;
  readonly birthOn: string | null;
  readonly kind: string;
  readonly value: string;
}

/** Until the commit nobody else writes a person with this number: two agents may register the same caller at once. */
export async function lockIdentifier(ctx: Context, key: string): Promise<void> {
  await run(ctx, sql`select pg_advisory_xact_lock(hashtextextended(${`citizens:${key}`}, 0))`);
}

/** Everybody else who has this identifier, or the same document number inside another one. */
export async function ownersOf(
  ctx: Context,
  known: KnownIdentifier,
  exceptId: CitizenId,
): Promise<IdentifierOwner[]> {
  return await many<IdentifierOwner>(
    ctx,
    sql`
      select i.citizen_id as "citizenId", c.birth_on as "birthOn", i.kind, i.value
      from citizens.identifier i join citizens.citizen c on c.id = i.citizen_id
      where (i.document = ${known.document}
          or (i.kind = ${known.kind} and i.country = ${known.country} and i.value = ${known.value}))
        and i.citizen_id <> ${exceptId}`,
  );
}

export async function readNames(
  ctx: Context,
  citizenIds: readonly CitizenId[],
): Promise<Pick<StoredCitizen, "id" | "givenName" | "familyName" | "chosenName">[]> {
  if (citizenIds.length === 0) return [];
  return await many(
    ctx,
    sql`
      select id, given_name as "givenName", family_name as "familyName", chosen_name as "chosenName"
      from citizens.citizen where id = any(${`{${citizenIds.join(",")}}`}::uuid[])`,
  );
}
