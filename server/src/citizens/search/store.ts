import { type CitizenId, type Context, many, type Sql, sql } from "../../platform/index.ts";
import type { SearchReading } from "./read-search.ts";

export interface FoundRow {
  readonly id: CitizenId;
  readonly givenName: string;
  readonly familyName: string;
  readonly chosenName: string | null;
  readonly birthOn: string | null;
  readonly verified: boolean;
  /** Last digits, all that a list may show. */
  readonly documentEnd: string | null;
  readonly phoneEnd: string | null;
}

/** Of citizens.citizen as c. */
export const SUMMARY = sql.raw(`
  c.id, c.given_name as "givenName", c.family_name as "familyName", c.chosen_name as "chosenName",
  c.birth_on as "birthOn", c.verified_at is not null as verified,
  c.document_end as "documentEnd", c.phone_end as "phoneEnd"`);

type Exact = Exclude<SearchReading, { by: "name" }>;

/** By a number or an address: one index look-up names the rows. Somebody found by two numbers comes once. */
export async function findExact(ctx: Context, reading: Exact, limit: number): Promise<FoundRow[]> {
  const rows = await many<FoundRow>(ctx, sql`select ${SUMMARY} from ${ownersBy(reading)} limit ${limit * 2}`);
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort(verifiedThenByName).slice(0, limit);
}

function verifiedThenByName(one: FoundRow, other: FoundRow): number {
  if (one.verified !== other.verified) return one.verified ? -1 : 1;
  const names = (row: FoundRow) => `${row.familyName} ${row.givenName}`;
  return names(one).localeCompare(names(other), "es") || (one.id < other.id ? -1 : 1);
}

/** `citizens.citizen as c` joined to what was asked for. */
function ownersBy({ by, value }: Exact): Sql<unknown> {
  const points = sql`citizens.contact_point o join citizens.citizen c on c.id = o.citizen_id where o.kind =`;
  const identifiers = sql`citizens.identifier o join citizens.citizen c on c.id = o.citizen_id where`;
  switch (by) {
    case "phone":
    case "email":
      return sql`${points} ${by} and o.value = ${value}`;
    case "phone-end":
      return sql`${points} 'phone' and reverse(o.value) like ${`${[...value].reverse().join("")}%`}`;
    case "dni":
      return sql`${identifiers} o.document = ${value}`;
    case "cuil":
    case "passport":
      return sql`${identifiers} o.value = ${value} and o.kind = ${by}`;
  }
}
