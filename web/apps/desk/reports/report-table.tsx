import type { IntervalRow, IntervalsReport, Kpi } from "@vera/contracts/reporting";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import type { DayRange } from "../period/period.ts";
import { callsAddress, groupOf } from "./report-question.ts";
import { sortTotals } from "./sort-totals.ts";
import { useFigureWords } from "./use-figure-words.ts";
import "../../../shared/ui/data-table.css";

interface ReportTableProps {
  kpi: Kpi;
  report: IntervalsReport;
  search: URLSearchParams;
  range: DayRange;
}

/** The numbers of the drawing; each value opens the calls that it is made of. */
export function ReportTable({ kpi, report, search, range }: ReportTableProps) {
  const { t } = useTranslation();
  const words = useFigureWords(kpi.unit);
  const by = groupOf(kpi, search);
  const whole = { from: range.from, to: range.to };
  const total = report.totals.find(({ group }) => group === null);
  return (
    <table className="table report-table">
      <caption className="vh">{words.in(kpi.name)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(by === null ? "reports.interval" : `reports.by.${by}`)}</th>
          <th scope="col" className="num">
            {words.in(kpi.numerator)}
          </th>
          {kpi.unit !== "count" && (
            <th scope="col" className="num">
              {words.in(kpi.denominator)}
            </th>
          )}
          <th scope="col" className="num">
            {words.in(kpi.name)}
          </th>
        </tr>
      </thead>
      <tbody>
        {by === null
          ? report.rows.map((row) => (
              <FigureLine
                key={row.start}
                kpi={kpi}
                row={row}
                href={callsAddress(kpi, search, { from: row.start, to: row.end, group: null })}
              >
                <IntervalWords row={row} zone={report.zone} />
              </FigureLine>
            ))
          : sortTotals(report.totals, kpi.better).map((row) => (
              <FigureLine
                key={row.group?.id ?? "none"}
                kpi={kpi}
                row={row}
                href={callsAddress(kpi, search, { ...whole, group: row.group })}
              >
                {row.group?.name ?? t("reports.noGroup")}
              </FigureLine>
            ))}
      </tbody>
      {by === null && total && (
        <tfoot>
          <FigureLine kpi={kpi} row={total} href={callsAddress(kpi, search, { ...whole, group: null })}>
            {t("reports.total")}
          </FigureLine>
        </tfoot>
      )}
    </table>
  );
}

interface FigureLineProps {
  kpi: Kpi;
  row: Pick<IntervalRow, "numerator" | "denominator" | "value">;
  href: string;
  children: ReactNode;
}

function FigureLine({ kpi, row, href, children }: FigureLineProps) {
  const { t } = useTranslation();
  const words = useFigureWords(kpi.unit);
  const value = words.value(row.value);
  return (
    <tr>
      <td>{children}</td>
      <td className="num">{words.numerator(row.numerator)}</td>
      {kpi.unit !== "count" && <td className="num">{words.denominator(row.denominator)}</td>}
      <td className="num">
        <Link href={href} aria-label={t("reports.seeCalls", { value })}>
          {value}
        </Link>
      </td>
    </tr>
  );
}

function IntervalWords({ row, zone }: { row: IntervalRow; zone: string }) {
  const formats = useFormats(zone);
  const hours = (Date.parse(row.end) - Date.parse(row.start)) / 3_600_000;
  if (hours > 20) return formats.date(row.start);
  return (
    <>
      {formats.date(row.start)}{" "}
      <b>
        {formats.time(row.start)}–{formats.time(row.end)}
      </b>
    </>
  );
}
