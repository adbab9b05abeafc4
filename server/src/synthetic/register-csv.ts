import { csvLine } from "../platform/index.ts";
import { type RegisterSize, type SyntheticRecord, syntheticRegister } from "./synthetic-register.ts";

const COLUMNS = {
  record: (r) => r.record,
  person: (r) => r.person,
  errors: (r) => r.errors.join(" "),
  family_name: (r) => r.familyName,
  given_name: (r) => r.givenName,
  sex: (r) => r.sex,
  birth_on: (r) => r.birthOn,
  document: (r) => r.document,
  cuil: (r) => r.cuil,
  phone: (r) => r.phone,
  email: (r) => r.email,
  street: (r) => r.street,
  house_number: (r) => r.houseNumber,
  locality: (r) => r.town.name,
  department: (r) => r.town.department,
  indec_code: (r) => r.town.code,
  postal_code: (r) => r.town.postalCode,
} as const satisfies Record<string, (record: SyntheticRecord) => string | number>;

const CHUNK = 64 * 1024;

/** RFC 4180 in chunks of some 64 kB, never the whole register in memory. `person` and `errors` are the truth to measure against. */
export function* registerCsv(size: RegisterSize): Generator<string> {
  const readers = Object.values(COLUMNS);
  let chunk = csvLine(Object.keys(COLUMNS));
  for (const record of syntheticRegister(size)) {
    chunk += csvLine(readers.map((read) => read(record)));
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}
