import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** Weights of the CUIL/CUIT check digit, module 11. */
const CUIL_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const CUIL_PREFIXES = ["20", "23", "24", "27", "30", "33", "34", "50", "51", "55"];

export function checkDigits(digits: string, check: "any" | "dni" | "cuil" | "phone"): boolean {
  switch (check) {
    case "any":
      return true;
    case "dni":
      return /^[1-9]\d{5,7}$/.test(digits);
    case "cuil":
      return isCuil(digits);
    case "phone":
      return dialable(digits) !== null;
  }
}

/** E.164 of a number as an Argentine types it; null when nobody could be called there. */
export function dialable(digits: string): string | null {
  const parsed = parsePhoneNumberFromString(digits, "AR");
  return parsed?.isValid() ? parsed.number : null;
}

function isCuil(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || !CUIL_PREFIXES.includes(digits.slice(0, 2))) return false;
  const sum = CUIL_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[10]);
}
