import { type BulkCitizen, loadCitizens } from "../citizens/index.ts";
import { type RegisterSize, type SyntheticRecord, syntheticRegister } from "./synthetic-register.ts";

/** 2026-01-01: identifiers of version 7 begin with a time; this one is fixed, so that a seed repeats its identifiers too. */
const EPOCH_MS = 1_767_225_600_000;

/** The register of a size and seed into a database. Loading the same one twice fails on its identifiers and changes nothing. */
export async function loadRegister(
  databaseUrl: string,
  size: RegisterSize,
  onProgress?: (loaded: number) => void,
): Promise<number> {
  return await loadCitizens({ databaseUrl, people: people(size), ...(onProgress && { onProgress }) });
}

/** Identifier of a record's row: time, seed and number of the record make it unique and repeatable. */
export function syntheticId(seed: number, record: number, part = 0): string {
  const time = (EPOCH_MS + Math.floor(record / 100)).toString(16).padStart(12, "0");
  const seedHex = (seed >>> 0).toString(16).padStart(8, "0");
  const tail = record.toString(16).padStart(8, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${part.toString(16).padStart(3, "0")}-8${seedHex.slice(0, 3)}-${seedHex.slice(3)}${tail.slice(1)}`;
}

function* people(size: RegisterSize): Generator<BulkCitizen> {
  let known = 0;
  for (const record of syntheticRegister(size)) {
    yield bulkCitizen(record, { seed: size.seed, repeated: record.person <= known });
    known = Math.max(known, record.person);
  }
}

/** A CUIL is one person's in the register: the second record of somebody comes with the document alone. */
function bulkCitizen(
  r: SyntheticRecord,
  { seed, repeated }: { seed: number; repeated: boolean },
): BulkCitizen {
  let part = 0;
  const id = () => {
    part += 1;
    return syntheticId(seed, r.record, part);
  };
  const document = r.document.replace(/^0+/, "");
  return {
    id: syntheticId(seed, r.record),
    givenName: r.givenName,
    familyName: r.familyName,
    birthOn: r.birthOn || null,
    identifiers: [
      ...(document ? [{ id: id(), kind: "dni" as const, value: document, document }] : []),
      ...(r.cuil && !repeated ? [{ id: id(), kind: "cuil" as const, value: r.cuil, document }] : []),
    ],
    contactPoints: [
      ...(r.phone ? [{ id: id(), kind: "phone" as const, value: r.phone, line: r.line || null }] : []),
      ...(r.email ? [{ id: id(), kind: "email" as const, value: r.email, line: null }] : []),
    ],
    address: {
      id: id(),
      street: r.street,
      houseNumber: r.houseNumber,
      postalCode: r.town.postalCode,
      town: r.town,
    },
  };
}
