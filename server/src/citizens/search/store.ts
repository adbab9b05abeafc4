import { type CitizenId, type Context, many, type Sql, sql } from "../../platform/index.ts";
import type { SearchReading } from "./read-search.ts";

export interface FoundRow {
  readonly id: CitizenId;
  readonly givenName: string;
  readonly familyName: string;
  readonly chosenName: string | null;
  readonly birthOn: string | null;
  readonly verified: boolean;
  readonly document: string | null;
  readonly phone: string | null;
}

/** Of citizens.citizen as c. */
export const SUMMARY = sql.raw(`
  c.id, c.given_name as "givenName", c.family_name as "familyName", c.chosen_name as "chosenName",
  c.birth_on as "birthOn", c.verified_at is not null as verified,
  (select coalesce(i.document, i.value) from citizens.identifier i where i.citizen_id = c.id
    order by i.document is null, i.kind desc limit 1) as document,
  (select p.value from citizens.contact_point p where p.citizen_id = c.id and p.kind = 'phone'
    order by p.preferred desc, p.created_at limit 1) as phone`);

type Exact = Exclude<SearchReading, { by: "name" }>;

/** By a number or an address: the row ids come from one index look-up. */
export async function findExact(ctx: Context, reading: Exact, limit: number): Promise<FoundRow[]> {
  return await many<FoundRow>(
    ctx,
    sql`
      select ${SUMMARY} from citizens.citizen c
      where c.id in (${ownersBy(reading)})
      order by c.verified_at is null, c.family_name, c.given_name, c.id
      limit ${limit}`,
  );
}

function ownersBy({ by, value }: Exact): Sql<unknown> {
  switch (by) {
    case "phone":
      return sql`select citizen_id from citizens.contact_point where kind = 'phone' and value = ${value}`;
    case "phone-end":
      return sql`select citizen_id from citizens.contact_point
        where kind = 'phone' and reverse(value) like ${`${[...value].reverse().join("")}%`}`;
    case "email":
      return sql`select citizen_id from citizens.contact_point where kind = 'email' and value = ${value}`;
    case "dni":
      return sql`select citizen_id from citizens.identifier where document = ${value}`;
    case "cuil":
    case "passport":
      return sql`select citizen_id from citizens.identifier where value = ${value} and kind = ${by}`;
  }
}
