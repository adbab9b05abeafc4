import { type BulkConnection, copyLine } from "../../platform/index.ts";
import { nameWords, normalizeName, searchName, tellingWords } from "../normalize-name.ts";
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
  /** Collected here where the triggers that keep the names are off. */
  readonly names: NameIndex | undefined;
}

/** The words of an empty register as they come, numbered from 1. */
interface NameIndex {
  readonly ids: Map<string, number>;
  readonly uses: number[];
}

/** Foreign keys and name pairs are made right by the load itself; row by row they would take longer than the rows. */
export async function prepare(bulk: BulkConnection, empty: boolean): Promise<Prepared> {
  await bulk.query("set local maintenance_work_mem = '512MB'");
  await bulk.query("set local work_mem = '256MB'");
  const [owner] = await bulk.query<{ super: boolean }>(
    "select rolsuper as super from pg_roles where rolname = current_user",
  );
  if (!owner?.super || !empty) return { indexes: [], names: undefined };
  await bulk.query("set local session_replication_role = replica");
  const rows = await bulk.query<{ name: string; statement: string }>(
    `select c.oid::regclass::text as name, pg_get_indexdef(c.oid) as statement
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid in ('citizens.identifier'::regclass, 'citizens.contact_point'::regclass, 'citizens.address'::regclass,
       'citizens.name_pair'::regclass)
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await bulk.query(`drop index ${name}`);
  await bulk.query("truncate citizens.name_word, citizens.name_pair");
  return {
    indexes: rows.map(({ statement }) => statement),
    names: { ids: new Map(), uses: [] },
  };
}

export async function writeBatch(
  bulk: BulkConnection,
  people: readonly BulkCitizen[],
  names: NameIndex | undefined,
): Promise<void> {
  const now = new Date().toISOString();
  await writeTowns(bulk, people, now);
  await bulk.copy(
    `copy citizens.citizen (id, given_name, family_name, search_name, birth_on, document_end, phone_end,
       created_at, updated_at, updated_by_name)
     from stdin`,
    rows(people, (p) => {
      const search = searchName({ ...p, chosenName: null });
      return [
        copyLine([
          p.id,
          p.givenName,
          p.familyName,
          search,
          p.birthOn,
          documentEnd(p),
          phoneEnd(p),
          now,
          now,
          BY,
        ]),
      ];
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
  if (names) {
    await bulk.copy("copy citizens.name_pair (a, b, citizen_id) from stdin", pairLines(people, names));
  }
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

function documentEnd({ identifiers }: BulkCitizen): string | null {
  return identifiers[0]?.document.slice(-3) ?? null;
}

function phoneEnd({ contactPoints }: BulkCitizen): string | null {
  return contactPoints.find(({ kind }) => kind === "phone")?.value.slice(-4) ?? null;
}

/** The pairs of words of each name, as the triggers write them (migration 0200). */
function* pairLines(people: readonly BulkCitizen[], index: NameIndex): Generator<string> {
  for (const person of people) {
    const ids = tellingWords(nameWords(`${person.givenName} ${person.familyName}`))
      .map((word) => wordId(word, index))
      .sort((one, other) => one - other);
    if (ids.length === 1) yield copyLine([ids[0] ?? 0, ids[0] ?? 0, person.id]);
    for (const [n, a] of ids.entries()) {
      for (const b of ids.slice(n + 1)) yield copyLine([a, b, person.id]);
    }
  }
}

function wordId(word: string, { ids, uses }: NameIndex): number {
  const known = ids.get(word);
  if (known !== undefined) {
    uses[known - 1] = (uses[known - 1] ?? 0) + 1;
    return known;
  }
  ids.set(word, ids.size + 1);
  uses.push(1);
  return ids.size;
}

async function writeWords(bulk: BulkConnection, { ids, uses }: NameIndex): Promise<void> {
  await bulk.copy(
    "copy citizens.name_word (id, word, uses) from stdin",
    [...ids].map(([word, id]) => copyLine([id, word, uses[id - 1] ?? 1])),
  );
  await bulk.query("select setval(pg_get_serial_sequence('citizens.name_word', 'id'), $1)", [ids.size]);
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
export async function finish(bulk: BulkConnection, { indexes, names }: Prepared): Promise<void> {
  if (names) await writeWords(bulk, names);
  for (const statement of indexes) await bulk.query(statement);
  await bulk.query("set local session_replication_role = default").catch(() => undefined);
  for (const table of [
    "citizen",
    "identifier",
    "contact_point",
    "address",
    "locality",
    "name_word",
    "name_pair",
  ])
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
