export type CsvValue = string | number | boolean | Date | null | undefined;

// OWASP "CSV Injection": a cell that starts with one of these is run as a formula by spreadsheets. The full-width
// forms become the plain ones on import. A plain number keeps its minus sign.
const FORMULA_START = /^[\s]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;
const PLAIN_NUMBER = /^-?\d+([.,]\d+)?$/;

/** One line of RFC 4180, without cells that a spreadsheet would run. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

function cell(value: CsvValue): string {
  const text = plain(value);
  const safe =
    typeof value === "string" && FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function plain(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? value.toISOString() : String(value);
}
