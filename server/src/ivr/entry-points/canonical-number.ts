import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { DomainError } from "../../platform/index.ts";

/** Short numbers (911, 147, 0810's cousins of 3 to 5 digits) have no country nor area. */
const SHORT = /^\d{2,5}$/;

/**
 * One spelling for a dialled number: E.164 where the numbering plan knows it, else its digits. "0800-555-1111", "08005551111", "8005551111"
 * and "+54 800 555 1111" are one number. Undefined when there is no number in it.
 */
export function canonicalNumber(dialled: string): string | undefined {
  const text = dialled
    .trim()
    .replace(/^(?:sips?|tel):/i, "")
    .replace(/[@;].*$/, "");
  const digits = text.replace(/\D/g, "");
  if (digits.length < 2 || /[^\d\s()+\-./]/.test(text)) return undefined;
  if (SHORT.test(digits) && !text.startsWith("+")) return digits;
  const international = text.startsWith("+") ? text : digits.replace(/^00(?=[1-9])/, "+");
  // Only numbers that the plan knows: of anything else libphonenumber would make a neighbour's.
  const parsed = parsePhoneNumberFromString(international, "AR");
  if (parsed?.isValid()) return withoutMobileMark(parsed.number);
  const withCountry = /^54\d{10,11}$/.test(digits) ? parsePhoneNumberFromString(`+${digits}`) : undefined;
  return withCountry?.isValid() ? withoutMobileMark(withCountry.number) : digits;
}

export function mustBeNumber(dialled: string): string {
  const number = canonicalNumber(dialled);
  if (number !== undefined) return number;
  throw new DomainError("invalid", `"${dialled}" is no telephone number; write its digits`, {
    key: "notANumber",
  });
}

/** +54 9 342… and +54 342… ring the same line. */
function withoutMobileMark(e164: string): string {
  return e164.replace(/^\+549(\d{10})$/, "+54$1");
}
