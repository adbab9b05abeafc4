import type { Interval, Kpi } from "@vera/contracts/reporting";
import { useEffect, useRef } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useSize } from "../../../shared/ui/use-size.ts";
import { type ChartWords, drawCharts } from "./draw-charts.ts";
import type { Series } from "./fill-intervals.ts";
import { useChartColours } from "./use-chart-colours.ts";
import { useFigureWords } from "./use-figure-words.ts";
import "uplot/dist/uPlot.min.css";

interface IntervalChartProps {
  kpi: Kpi;
  series: Series;
  interval: Interval;
  zone: string;
}

/** The figure over its basis, two panels on one time axis; the table below says the same. */
export function IntervalChart({ kpi, series, interval, zone }: IntervalChartProps) {
  const { t, locale } = useTranslation();
  const words = useFigureWords(kpi.unit);
  const { ref, width } = useSize();
  const place = useRef<HTMLDivElement | null>(null);
  const colours = useChartColours();
  useEffect(() => {
    if (!place.current || width === 0) return undefined;
    const texts: ChartWords = {
      name: words.in(kpi.name),
      basis: words.in(kpi.denominator),
      locale,
      value: words.value,
      target: words.target,
    };
    return drawCharts(place.current, { kpi, series, interval, zone, width, colours, words: texts });
  }, [kpi, series, interval, zone, width, colours, words, locale]);
  const known = series.values.filter((value) => value !== null);
  const finding = t("reports.finding", {
    name: words.in(kpi.name),
    count: known.length,
    lowest: words.value(known.length > 0 ? Math.min(...known) : null),
    highest: words.value(known.length > 0 ? Math.max(...known) : null),
  });
  return (
    <div className="report-chart" ref={ref}>
      <div ref={place} role="img" aria-label={finding} />
    </div>
  );
}
