import { foldText } from "../format/fold-text.ts";

export type CellValue = string | number | null;

export interface TableColumn<Row> {
  id: string;
  header: string;
  /** What is sorted, searched and exported. */
  value: (row: Row) => CellValue;
}

export interface SortOrder {
  columnId: string;
  direction: "ascending" | "descending";
}

/** Rows with the text somewhere in a column (accents and case aside), in the wanted order. Unknown values go last. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  options: { query: string; sort: SortOrder | null; locale: string },
): Row[] {
  const wanted = foldText(options.query.trim());
  const kept = wanted === "" ? [...rows] : rows.filter((row) => rowContains(row, columns, wanted));
  const column = columns.find(({ id }) => id === options.sort?.columnId);
  if (!column || !options.sort) return kept;
  const direction = options.sort.direction === "ascending" ? 1 : -1;
  const collator = new Intl.Collator(options.locale, { numeric: true });
  return kept.sort((a, b) => compare(column.value(a), column.value(b), direction, collator));
}

function rowContains<Row>(row: Row, columns: readonly TableColumn<Row>[], wanted: string): boolean {
  return columns.some((column) => foldText(String(column.value(row) ?? "")).includes(wanted));
}

function compare(a: CellValue, b: CellValue, direction: 1 | -1, collator: Intl.Collator): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === "number" && typeof b === "number") return (a - b) * direction;
  return collator.compare(String(a), String(b)) * direction;
}

/** The next order when a head is pressed: ascending, descending, as it came. */
export function nextSort(current: SortOrder | null, columnId: string): SortOrder | null {
  if (current?.columnId !== columnId) return { columnId, direction: "ascending" };
  return current.direction === "ascending" ? { columnId, direction: "descending" } : null;
}
