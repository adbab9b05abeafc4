import type { FoundBy } from "@vera/contracts/citizens";
import { DomainError } from "../../platform/index.ts";
import { nameWords } from "../normalize-name.ts";
import { readCuil, readDni, readPassport } from "../read-document.ts";
import { readPhone } from "../read-phone.ts";

/** One way to understand what was typed; the caller tries them in order until one finds somebody. */
export type SearchReading =
  | { readonly by: Exclude<FoundBy, "name" | "similar-name" | "nothing">; readonly value: string }
  | { readonly by: "name"; readonly words: readonly string[] };

const LABEL = /^\s*(?:dni|d\.n\.i\.|cui[lt]|tel(?:[eé]fono)?|cel(?:ular)?|pasaporte)\b\s*[:.]?\s*/i;
const PASSPORT = /^[a-z]{1,3}\s?\d{5,9}[a-z]?$/i;
/** Fewer letters would list half the register. */
const MIN_LETTERS = 3;
/** More words than any name has; keeps the statement small. */
const MAX_WORDS = 8;

export function readSearch(typed: string): SearchReading[] {
  const text = typed.trim();
  if (text.includes("@") && !/^sips?:/i.test(text)) return [{ by: "email", value: text.toLowerCase() }];
  const rest = text.replace(LABEL, "");
  if (!/\p{L}/u.test(rest)) return readNumber(rest);
  const uri = readPhone(rest);
  if (uri.kind === "national") return [{ by: "phone", value: uri.national }];
  const passport = PASSPORT.test(rest) ? readPassport(rest) : undefined;
  return passport?.ok ? [{ by: "passport", value: passport.value }] : [readName(rest)];
}

function readName(text: string): SearchReading {
  const words = nameWords(text).slice(0, MAX_WORDS);
  if (words.join("").length < MIN_LETTERS) throw tooShort();
  return { by: "name", words };
}

/** Eight digits may be a document and the end of a phone: both are tried, documents first. */
function readNumber(text: string): SearchReading[] {
  const readings: SearchReading[] = [];
  const cuil = readCuil(text);
  if (cuil.ok) readings.push({ by: "cuil", value: cuil.value });
  const dni = readDni(text);
  if (dni.ok) readings.push({ by: "dni", value: dni.value });
  const phone = readPhone(text);
  if (phone.kind === "national") readings.push({ by: "phone", value: phone.national });
  if (phone.kind === "foreign") readings.push({ by: "phone", value: phone.e164 });
  if (phone.kind === "without-area") readings.push({ by: "phone-end", value: phone.subscriber });
  if (readings.length > 0) return readings;
  if (!cuil.ok && cuil.error === "check-digit") {
    throw new DomainError("invalid", "This CUIL has a wrong digit: its check digit does not match", {
      key: "documentCheckDigit",
      params: { kind: "cuil" },
    });
  }
  if (text.replace(/\D/g, "").length < 6) throw tooShort();
  throw new DomainError("invalid", "This is no phone, DNI or CUIL: check the digits", {
    key: "citizenSearchNotUnderstood",
  });
}

function tooShort(): DomainError {
  return new DomainError("invalid", `Type at least ${MIN_LETTERS} letters of a name, or 6 digits`, {
    key: "citizenSearchTooShort",
  });
}
