import { parsePhoneNumberFromString } from "libphonenumber-js/max";

export type Line = "mobile" | "unknown";

/**
 * What a written or dialled number is. `national` is the key of the register: the 10 digits that a number keeps
 * in every spelling, without 0, 15 or 9 (Plan Fundamental de Numeración Nacional, Res. SC 46/97).
 */
export type PhoneReading =
  | { readonly kind: "national"; readonly national: string; readonly line: Line }
  | { readonly kind: "foreign"; readonly e164: string }
  /** 911, 147, *611: a service, never a person's number. */
  | { readonly kind: "short"; readonly code: string }
  /** Subscriber digits without area code; enough to search by, not enough to call. */
  | { readonly kind: "without-area"; readonly subscriber: string }
  | { readonly kind: "none" };

const NONE = { kind: "none" } as const;
const URI = /^(?:tel|sips?):/i;
const EXTENSION = /\s*(?:int(?:erno)?|ext|x)\b\.?\s*\d{1,6}\s*$/i;

export function readPhone(raw: string): PhoneReading {
  const text = raw
    .trim()
    .replace(URI, "")
    .replace(/[@;].*$/, "")
    .replace(EXTENSION, "");
  if (/[^\d\s()+\-./*#]/.test(text)) return NONE;
  const digits = text.replace(/\D/g, "");
  if (digits.length === 0) return NONE;
  // Short numbers before parsing: libphonenumber would make +54911 of them.
  if (/^[*#]/.test(text) || digits.length <= 4) return { kind: "short", code: text.replace(/[^\d*#]/g, "") };
  const parsed = parsePhoneNumberFromString(text, "AR");
  if (parsed?.isValid()) {
    if (parsed.countryCallingCode !== "54") return { kind: "foreign", e164: parsed.number };
    const mobile = parsed.nationalNumber.length === 11 && parsed.nationalNumber.startsWith("9");
    const national = mobile ? parsed.nationalNumber.slice(1) : parsed.nationalNumber;
    if (national.length === 10) return { kind: "national", national, line: mobile ? "mobile" : "unknown" };
  }
  return withoutArea(digits);
}

/** Subscriber numbers have 6 to 8 digits; a leading 15 marks a mobile and is no part of the number. */
function withoutArea(digits: string): PhoneReading {
  const subscriber = /^15\d{6,8}$/.test(digits) ? digits.slice(2) : digits;
  return /^[1-9]\d{5,7}$/.test(subscriber) ? { kind: "without-area", subscriber } : NONE;
}

/** As people and the exchange can use it: +54 9 3483 42-0123. `value` is the key kept in the register. */
export function showPhone(value: string, line: string | null): string {
  const e164 = phoneToDial(value, line);
  const parsed = parsePhoneNumberFromString(e164, "AR");
  return parsed ? parsed.formatInternational() : value;
}

/** E.164 of a kept number; an Argentine mobile carries the 9 after the country code. */
export function phoneToDial(value: string, line: string | null): string {
  if (value.startsWith("+")) return value;
  return `+54${line === "mobile" ? "9" : ""}${value}`;
}

/** Last digits only, to recognise a number without giving it away. */
export function maskPhone(value: string): string {
  return `··· ${value.slice(-4)}`;
}
