import assert from "node:assert/strict";
import { test } from "node:test";
import { arrangeRows, nextSort } from "./table-rows.ts";

interface Row {
  name: string;
  waiting: number | null;
}
const columns = [
  { id: "name", header: "Cola", value: (row: Row) => row.name },
  { id: "waiting", header: "Esperan", value: (row: Row) => row.waiting },
];
const rows: Row[] = [
  { name: "Salud", waiting: 2 },
  { name: "Energía", waiting: null },
  { name: "agua", waiting: 10 },
];
const names = (list: Row[]) => list.map((row) => row.name);

test("numbers sort as numbers and what is unknown goes last in both directions", () => {
  const by = (direction: "ascending" | "descending") =>
    names(
      arrangeRows(rows, columns, { query: "", sort: { columnId: "waiting", direction }, locale: "es-AR" }),
    );
  assert.deepEqual(by("ascending"), ["Salud", "agua", "Energía"]);
  assert.deepEqual(by("descending"), ["agua", "Salud", "Energía"]);
});

test("words sort by the language, not by code point", () => {
  const sort = { columnId: "name", direction: "ascending" } as const;
  assert.deepEqual(names(arrangeRows(rows, columns, { query: "", sort, locale: "es-AR" })), [
    "agua",
    "Energía",
    "Salud",
  ]);
});

test("the filter finds without accents, in any column", () => {
  assert.deepEqual(names(arrangeRows(rows, columns, { query: "ENERGIA", sort: null, locale: "es-AR" })), [
    "Energía",
  ]);
  assert.deepEqual(names(arrangeRows(rows, columns, { query: "10", sort: null, locale: "es-AR" })), ["agua"]);
});

test("pressing a head goes ascending, descending, then back to the order of arrival", () => {
  const first = nextSort(null, "name");
  const second = nextSort(first, "name");
  assert.equal(first?.direction, "ascending");
  assert.equal(second?.direction, "descending");
  assert.equal(nextSort(second, "name"), null);
  assert.equal(nextSort(second, "waiting")?.direction, "ascending");
});
