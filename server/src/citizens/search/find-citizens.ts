import type { CitizenSummary, FindCitizensQuery, FoundBy, FoundCitizens } from "@vera/contracts/citizens";
import type { CitizenId, Context } from "../../platform/index.ts";
import { displayName } from "../normalize-name.ts";
import { maskDocument } from "../read-document.ts";
import { maskPhone, readPhone } from "../read-phone.ts";
import { findByName } from "./names/find-by-name.ts";
import { readSearch, type SearchReading } from "./read-search.ts";
import { type FoundRow, findExact } from "./store.ts";

const DEFAULT_LIMIT = 20;

/** One box: a phone in any spelling, a document, an e-mail, or pieces of a name in any order. */
export async function findCitizens(ctx: Context, query: FindCitizensQuery): Promise<FoundCitizens> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  for (const reading of readSearch(query.q)) {
    const { by, rows } = await find(ctx, reading, limit + 1);
    if (rows.length > 0) {
      return { by, items: rows.slice(0, limit).map(showSummary), more: rows.length > limit };
    }
  }
  return { by: "nothing", items: [], more: false };
}

async function find(
  ctx: Context,
  reading: SearchReading,
  limit: number,
): Promise<{ by: FoundBy; rows: readonly FoundRow[] }> {
  if (reading.by !== "name") return { by: reading.by, rows: await findExact(ctx, reading, limit) };
  return await findByName(ctx, reading.words, limit);
}

function showSummary(row: FoundRow): CitizenSummary {
  return {
    id: row.id,
    displayName: displayName(row),
    birthYear: row.birthOn === null ? null : Number(row.birthOn.slice(0, 4)),
    documentHint: row.documentEnd && maskDocument(row.documentEnd),
    phoneHint: row.phoneEnd && maskPhone(row.phoneEnd),
    verified: row.verified,
  };
}

export interface CallerHint {
  readonly citizenId: CitizenId;
  readonly displayName: string;
}

const FAMILY = 5;

/** Who a caller-id may be. A hint only: anybody in the house uses that phone, and a caller-id can be forged. */
export async function citizensByPhone(ctx: Context, callerNumber: string): Promise<CallerHint[]> {
  const reading = readPhone(callerNumber);
  if (reading.kind !== "national" && reading.kind !== "foreign") return [];
  const value = reading.kind === "national" ? reading.national : reading.e164;
  const rows = await findExact(ctx, { by: "phone", value }, FAMILY);
  return rows.map((row) => ({ citizenId: row.id, displayName: displayName(row) }));
}
