import type { IntervalsReport } from "@vera/contracts/reporting";
import { csvLine } from "../../platform/index.ts";

/** The report as CSV, with the formula and the variant above the table: a number without them says nothing. */
export function intervalsCsv(report: IntervalsReport): string {
  const lines = [
    ["Indicador", report.kpi],
    ["Variante", report.variant],
    ["Fórmula", report.formula.es],
    ["Zona horaria", report.zone],
    [],
    ["Desde", "Hasta", "Grupo", "Numerador", "Denominador", "Valor"],
    ...report.rows.map((row) => [
      row.start,
      row.end,
      row.group?.name ?? "",
      row.numerator,
      row.denominator,
      row.value,
    ]),
    ...report.totals.map((total) => [
      "Total",
      "",
      total.group?.name ?? "",
      total.numerator,
      total.denominator,
      total.value,
    ]),
  ];
  return `\uFEFF${lines.map(csvLine).join("")}`;
}
