import { type BulkConnection, copyLine } from "../../platform/index.ts";
import { normalizeName, searchName } from "../normalize-name.ts";
import { streetKey } from "../places/street-key.ts";
import type { Town } from "../places/towns.ts";

/** A person in the form the register keeps. */
export interface BulkCitizen {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthOn: string | null;
  readonly identifiers: readonly { id: string; kind: "dni" | "cuil"; value: string; document: string }[];
  readonly contactPoints: readonly {
    id: string;
    kind: "phone" | "email";
    value: string;
    line: "mobile" | "fixed" | null;
  }[];
  readonly address: {
    id: string;
    street: string;
    houseNumber: number;
    postalCode: string;
    town: Town;
  } | null;
}

const BY = "./vera generate";

export async function isEmptyRegister(bulk: BulkConnection): Promise<boolean> {
  return (await bulk.query("select from citizens.citizen limit 1")).length === 0;
}

export interface Prepared {
  /** Statements that bring back what was taken down. */
  readonly indexes: readonly string[];
  /** The triggers that keep the names were off. */
  readonly namesLater: boolean;
}

/** Foreign keys and name pairs are made right by the load itself; row by row they would take longer than the rows. */
export async function prepare(bulk: BulkConnection, empty: boolean): Promise<Prepared> {
  await bulk.query("set local maintenance_work_mem = '512MB'");
  await bulk.query("set local work_mem = '256MB'");
  const [owner] = await bulk.query<{ super: boolean }>(
    "select rolsuper as super from pg_roles where rolname = current_user",
  );
  if (!owner?.super || !empty) return { indexes: [], namesLater: false };
  await bulk.query("set local session_replication_role = replica");
  const rows = await bulk.query<{ name: string; statement: string }>(
    `select c.oid::regclass::text as name, pg_get_indexdef(c.oid) as statement
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid in ('citizens.identifier'::regclass, 'citizens.contact_point'::regclass, 'citizens.address'::regclass)
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await bulk.query(`drop index ${name}`);
  return { indexes: rows.map(({ statement }) => statement), namesLater: true };
}

export async function writeBatch(bulk: BulkConnection, people: readonly BulkCitizen[]): Promise<void> {
  const now = new Date().toISOString();
  await writeTowns(bulk, people, now);
  await bulk.copy(
    `copy citizens.citizen (id, given_name, family_name, search_name, birth_on, created_at, updated_at, updated_by_name)
     from stdin`,
    rows(people, (p) => {
      const search = searchName({ ...p, chosenName: null });
      return [copyLine([p.id, p.givenName, p.familyName, search, p.birthOn, now, now, BY])];
    }),
  );
  await bulk.copy(
    "copy citizens.identifier (id, citizen_id, kind, value, document, created_at) from stdin",
    rows(people, (p) =>
      p.identifiers.map((one) => copyLine([one.id, p.id, one.kind, one.value, one.document, now])),
    ),
  );
  await bulk.copy(
    "copy citizens.contact_point (id, citizen_id, kind, value, line, created_at) from stdin",
    rows(people, (p) =>
      p.contactPoints.map((one) => copyLine([one.id, p.id, one.kind, one.value, one.line, now])),
    ),
  );
  await bulk.copy(
    `copy citizens.address (id, citizen_id, locality_code, street, street_key, house_number, postal_code, preferred, created_at)
     from stdin`,
    rows(people, ({ id, address: a }) =>
      a
        ? [
            copyLine([
              a.id,
              id,
              a.town.code,
              a.street,
              streetKey(a.street),
              a.houseNumber,
              a.postalCode || null,
              "t",
              now,
            ]),
          ]
        : [],
    ),
  );
}

/** Places first: an address points at its locality. */
async function writeTowns(bulk: BulkConnection, people: readonly BulkCitizen[], now: string): Promise<void> {
  const towns = new Map(
    people.flatMap(({ address }) => (address ? [[address.town.code, address.town]] : [])),
  );
  for (const town of towns.values()) {
    await bulk.query(
      `insert into citizens.locality
         (code, name, search_name, department, province_code, postal_code, lat, lon, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (code) do nothing`,
      [
        town.code,
        town.name,
        normalizeName(town.name),
        town.department,
        town.code.slice(0, 2),
        town.postalCode || null,
        town.lat,
        town.lon,
        now,
      ],
    );
  }
}

/** Indexes, names and what the planner knows. */
export async function finish(bulk: BulkConnection, { indexes, namesLater }: Prepared): Promise<void> {
  for (const statement of indexes) await bulk.query(statement);
  await bulk.query("set local session_replication_role = default").catch(() => undefined);
  if (namesLater) await bulk.query("select citizens.index_all_names()");
  for (const table of ["citizen", "identifier", "contact_point", "address", "locality"])
    await bulk.query(`analyze citizens.${table}`);
}

export function* batchesOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function* rows(people: readonly BulkCitizen[], lines: (person: BulkCitizen) => string[]): Generator<string> {
  for (const person of people) yield* lines(person);
}
