import { useMemo, useState } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { toCsv } from "./csv.ts";
import { saveFile } from "./save-file.ts";
import { arrangeRows, nextSort, type SortOrder, type TableColumn } from "./table-rows.ts";

/** Sort, filter and export of a list that is wholly in the browser. */
export function useTable<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  initialSort: SortOrder | null = null,
) {
  const { locale } = useTranslation();
  const [query, setQuery] = useState("");
  const [sort, setSort] = useState<SortOrder | null>(initialSort);
  const shown = useMemo(
    () => arrangeRows(rows, columns, { query, sort, locale: locale }),
    [rows, columns, query, sort, locale],
  );
  return {
    rows: shown,
    query,
    setQuery,
    sort,
    sortBy: (columnId: string) => setSort((current) => nextSort(current, columnId)),
    /** What is on the screen now, in its order. */
    exportCsv: (name: string) =>
      saveFile(`${name}.csv`, "text/csv;charset=utf-8", toCsv(shown, columns, locale === "en" ? "," : ";")),
  };
}
