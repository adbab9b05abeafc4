import type { CellValue, TableColumn } from "./table-rows.ts";

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection): also
 * after spaces, and the full-width signs. Numbers are written as numbers.
 */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** RFC 4180 with a byte-order mark, so that spreadsheets read the accents; semicolons where the comma is decimal. */
export function toCsv<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  separator: "," | ";" = ";",
): string {
  const lines = [
    columns.map((column) => cell(column.header, separator)),
    ...rows.map((row) => columns.map((column) => cell(column.value(row), separator))),
  ];
  return `\ufeff${lines.map((line) => line.join(separator)).join("\r\n")}\r\n`;
}

function cell(value: CellValue, separator: string): string {
  if (value === null) return "";
  if (typeof value === "number") return separator === ";" ? String(value).replace(".", ",") : String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /["\r\n;,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
