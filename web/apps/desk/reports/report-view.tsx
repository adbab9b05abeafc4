import { IconDownload } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { IntervalsReport, Kpi } from "@vera/contracts/reporting";
import { lazy, Suspense, useMemo } from "react";
import { intervalsCsvUrl, reportIntervals } from "../../../shared/api/reports.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { StateTag } from "../../../shared/ui/state-tag.tsx";
import { serverNow } from "../../../shared/ui/use-now.ts";
import type { DayRange } from "../period/period.ts";
import { useAddress } from "../period/use-address.ts";
import { useMe } from "../session/me-context.ts";
import { fillIntervals, trimSeries } from "./fill-intervals.ts";
import { GroupBars } from "./group-bars.tsx";
import { QuestionBar } from "./question-bar.tsx";
import { groupOf, intervalsQuery } from "./report-question.ts";
import { ReportTable } from "./report-table.tsx";
import { useFigureWords } from "./use-figure-words.ts";

const IntervalChart = lazy(async () => ({ default: (await import("./interval-chart.tsx")).IntervalChart }));
const LIVE_EVERY_MS = 30_000;

/** The question, the answer as a drawing, the table that made it, and the formula in words. */
export function ReportView({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const words = useFigureWords(kpi.unit);
  const address = useAddress("today");
  const query = intervalsQuery(kpi, address.search, address.range);
  const report = useQuery({
    queryKey: ["report", query],
    queryFn: () => reportIntervals(query),
    placeholderData: keepPreviousData,
    refetchInterval: LIVE_EVERY_MS,
  });
  const grouped = groupOf(kpi, address.search) !== null;
  return (
    <>
      <QuestionBar kpi={kpi} address={address} />
      <div className="report-body">
        <div className="report-head">
          <h2>{words.in(kpi.name)}</h2>
          {report.data && !grouped && <Total kpi={kpi} report={report.data} />}
          <span className="sp" />
          {report.data && <FactsUntil report={report.data} />}
          {can("report.export") && (
            <a className="btn btn-ghost" href={intervalsCsvUrl(query)} download>
              <Glyph icon={IconDownload} />
              {t("reports.csv")}
            </a>
          )}
        </div>
        {report.error && <ProblemNote error={report.error} onRetry={() => void report.refetch()} />}
        {report.isPending && <Skeleton lines={8} />}
        {report.data && report.data.rows.length === 0 && <EmptyState>{t("reports.none")}</EmptyState>}
        {report.data && report.data.rows.length > 0 && (
          <>
            {grouped ? (
              <GroupBars kpi={kpi} totals={report.data.totals} />
            ) : (
              <Suspense fallback={<div className="report-chart" />}>
                <Drawing kpi={kpi} report={report.data} range={address.range} interval={query.interval} />
              </Suspense>
            )}
            <ReportTable kpi={kpi} report={report.data} search={address.search} range={address.range} />
          </>
        )}
        <Formula kpi={kpi} variantId={report.data?.variant ?? query.variant ?? null} />
      </div>
    </>
  );
}

interface ReportProps {
  kpi: Kpi;
  report: IntervalsReport;
}

function Total({ kpi, report }: ReportProps) {
  const { t } = useTranslation();
  const words = useFigureWords(kpi.unit);
  const total = report.totals[0];
  if (!total) return null;
  const { target } = kpi;
  const missed =
    target !== null &&
    total.value !== null &&
    (kpi.better === "lower" ? total.value > target : total.value < target);
  return (
    <span className="report-total">
      <b>{words.value(total.value)}</b>
      {kpi.unit !== "count" && (
        <span className="dim">
          {t("reports.of", {
            part: words.numerator(total.numerator),
            whole: words.denominator(total.denominator),
          })}
        </span>
      )}
      {missed && <StateTag state="risk">{t("reports.target", { target: words.target(target) })}</StateTag>}
    </span>
  );
}

function FactsUntil({ report }: { report: IntervalsReport }) {
  const { t } = useTranslation();
  const formats = useFormats(report.zone);
  if (!report.factsUntil) return null;
  return (
    <span className="sm dim" title={formats.exact(report.factsUntil)}>
      {t("reports.until", { when: formats.whenWithDay(report.factsUntil) })}
    </span>
  );
}

interface DrawingProps extends ReportProps {
  range: DayRange;
  interval: Parameters<typeof fillIntervals>[1]["interval"];
}

function Drawing({ kpi, report, range, interval }: DrawingProps) {
  const { zone, rows } = report;
  const series = useMemo(
    () => trimSeries(fillIntervals(rows, { range, interval, zone, now: serverNow() })),
    [rows, range, interval, zone],
  );
  return <IntervalChart kpi={kpi} series={series} interval={interval} zone={zone} />;
}

function Formula({ kpi, variantId }: { kpi: Kpi; variantId: string | null }) {
  const { t } = useTranslation();
  const words = useFigureWords(kpi.unit);
  const variant = kpi.variants.find(({ id }) => id === variantId) ?? kpi.variants[0];
  if (!variant) return null;
  return (
    <section className="formula" aria-labelledby="formula-title">
      <h3 className="h2" id="formula-title">
        {t("reports.formula")}
      </h3>
      <p>
        <b>{words.in(kpi.name)}</b> ({words.in(variant.name)}) = {words.in(variant.formula)}
      </p>
      <p className="sm dim">
        {t("reports.version", { version: kpi.version })}
        {kpi.usesThresholds && ` · ${t("reports.thresholds")}`}
      </p>
      <details>
        <summary className="sm">{t("reports.sql")}</summary>
        <pre className="formula-sql">{`${variant.sql.numerator}\n÷\n${variant.sql.denominator}`}</pre>
      </details>
    </section>
  );
}
