/** Weights of the first ten digits (ARCA, ex AFIP; the same algorithm serves CUIT, CUIL and CDI). */
const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const PERSON_TYPES = new Set(["20", "23", "24", "27"]);
const KNOWN_TYPES = new Set([...PERSON_TYPES, "30", "33", "34", "50", "51", "55"]);

export type DocumentError = "characters" | "length" | "type" | "organisation" | "check-digit";
export type DocumentReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: DocumentError };

/** CUIT of anybody, person or organisation: eleven digits, a known type and the right check digit. */
export function readCuit(raw: string): DocumentReading {
  const text = raw.replace(/cui[lt]|[\s.\-/:]/gi, "");
  if (!/^\d+$/.test(text)) return refuse("characters");
  if (text.length !== 11) return refuse("length");
  if (!KNOWN_TYPES.has(text.slice(0, 2))) return refuse("type");
  return checkDigit(text) === Number(text[10]) ? { ok: true, value: text } : refuse("check-digit");
}

/** CUIL: the CUIT of a natural person. */
export function readCuil(raw: string): DocumentReading {
  const reading = readCuit(raw);
  if (reading.ok && !PERSON_TYPES.has(reading.value.slice(0, 2))) return refuse("organisation");
  return reading;
}

/**
 * The digit that ends a number, or null where the rule gives 10: such numbers are never issued
 * under that type, the person gets 23 or 24 instead.
 */
function checkDigit(digits: string): number | null {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const rest = 11 - (sum % 11);
  if (rest === 11) return 0;
  return rest === 10 ? null : rest;
}

/** DNI, and the older LE and LC that are still in use: 6 to 8 digits, with or without dots and letters before. */
export function readDni(raw: string): DocumentReading {
  const text = raw
    .replace(/^\s*(?:d\.?n\.?i\.?|l\.?[ec]\.?|[mf])(?=[\s.:\d])/i, "")
    .replace(/[\s.\-:°º]/g, "");
  if (!/^\d+$/.test(text)) return refuse("characters");
  const value = text.replace(/^0+/, "");
  return text.length <= 8 && value.length >= 6 ? { ok: true, value } : refuse("length");
}

/** Passports of any country: letters and digits, ICAO 9303 allows up to nine; some national ones are longer. */
export function readPassport(raw: string): DocumentReading {
  const value = raw.toUpperCase().replace(/[\s.-]/g, "");
  if (!/^[A-Z0-9]+$/.test(value)) return refuse("characters");
  return value.length >= 5 && value.length <= 15 && /\d/.test(value) ? { ok: true, value } : refuse("length");
}

/** The document number inside a CUIL: 20-05536168-2 carries 5536168. */
export function documentOfCuil(cuil: string): string {
  return cuil.slice(2, 10).replace(/^0+/, "");
}

export function showDni(value: string): string {
  return value.replace(/\B(?=(\d{3})+$)/g, ".");
}

export function showCuit(value: string): string {
  return `${value.slice(0, 2)}-${value.slice(2, 10)}-${value.slice(10)}`;
}

/** Last three digits only, to tell namesakes apart without giving the number away. */
export function maskDocument(value: string): string {
  return `···${value.slice(-3)}`;
}

function refuse(error: DocumentError): DocumentReading {
  return { ok: false, error };
}
