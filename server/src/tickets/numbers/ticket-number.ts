/**
 * Ticket numbers: sequence of the year, two digits of the year, one check digit. Said and printed 4812-26-6,
 * kept and keyed 4812266. Digits only, so that a citizen can key the number on any phone (an alphanumeric check as
 * ISO 7064 MOD 37,36 cannot be keyed), and so that it is said without spelling alphabets.
 *
 * The check digit is Damm's (H. M. Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004): one digit that notices
 * every single wrong digit and every swap of neighbours, which the one-digit schemes of ISO 7064 (MOD 11,10) do not;
 * Verhoeff notices the same with three tables instead of one. ticket-number.test.ts tries all such slips.
 */
const QUASIGROUP = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** The digit that ends a number; over a whole number with its check digit it is 0. */
export function checkDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = QUASIGROUP[interim]?.[Number(digit)] ?? Number.NaN;
  return interim;
}

export function makeTicketNumber({ sequence, year }: { sequence: number; year: number }): string {
  const body = `${sequence}${String(year % 100).padStart(2, "0")}`;
  return `${body}${checkDigit(body)}`;
}

/** Shortest: a sequence of four digits; longest: twelve. */
export const NUMBER_LENGTH = { least: 7, most: 15 } as const;

export type NumberReading =
  | { readonly kind: "number"; readonly number: string }
  /** Long enough, but a digit is wrong or two are swapped. */
  | { readonly kind: "mistyped" }
  | { readonly kind: "no-number" };

/** Any spelling: 4812-26-6, "4812 / 26 / 6", 4812266#, "N° 4812266". */
export function readTicketNumber(typed: string): NumberReading {
  const text = typed.trim().replace(/^(?:ticket|reclamo|tr[aá]mite|n[°º.ro]*|#)\s*/i, "");
  if (!/^[\d\s.\-/#*]+$/.test(text)) return { kind: "no-number" };
  const digits = text.replace(/\D/g, "").replace(/^0+/, "");
  if (digits.length < NUMBER_LENGTH.least || digits.length > NUMBER_LENGTH.most) return { kind: "no-number" };
  return checkDigit(digits) === 0 ? { kind: "number", number: digits } : { kind: "mistyped" };
}

/** ["4812", "26", "6"]: the groups in which it is printed, and said digit by digit. */
export function spellTicketNumber(number: string): string[] {
  return [number.slice(0, -3), number.slice(-3, -1), number.slice(-1)];
}

export function showTicketNumber(number: string): string {
  return spellTicketNumber(number).join("-");
}
