import type { Interval, Kpi } from "@vera/contracts/reporting";
import uPlot from "uplot";
import { drawMarks, drawTarget } from "./chart-marks.ts";
import type { Series } from "./fill-intervals.ts";
import type { ChartColours } from "./use-chart-colours.ts";

export interface ChartWords {
  /** Of the figure, and of what it is a part of. */
  name: string;
  basis: string;
  locale: string;
  value: (value: number | null) => string;
  target: (value: number) => string;
}

export interface Drawing {
  kpi: Kpi;
  series: Series;
  interval: Interval;
  zone: string;
  /** CSS pixels. */
  width: number;
  colours: ChartColours;
  words: ChartWords;
}

const UPPER = 180;
const LOWER = 132;
const TIMES_HEIGHT = 30;
/** A young day begins at the left and leaves room for what comes. */
const FEWEST = 8;
const SECONDS: Record<Interval, number> = { "15m": 900, "30m": 1800, "60m": 3600, day: 86_400 };
const SECOND_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];
const TIME_STEPS = [900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 432_000, 604_800];
const AXIS_WIDTH = 64;
const FONT = '12px "Archivo Variable", Archivo, "Helvetica Neue", Arial, sans-serif';
const WIDEST_BAR = 40;

/** Draws into `place` and gives back what clears it. A count has bars only; the others a line over their basis. */
export function drawCharts(place: HTMLElement, drawing: Drawing): () => void {
  const { kpi, series } = drawing;
  const group = `report ${kpi.id}`;
  const charts: uPlot[] = [];
  place.replaceChildren();
  if (kpi.unit === "count") {
    const bars = { values: series.values.map((value) => value ?? 0), height: UPPER + LOWER };
    charts.push(barChart(place, drawing, { ...bars, label: drawing.words.name }));
  } else {
    caption(place, drawing.words.name);
    charts.push(lineChart(place, drawing, group));
    caption(place, drawing.words.basis);
    const bars = { values: series.denominators, height: LOWER, label: drawing.words.basis };
    charts.push(barChart(place, drawing, { ...bars, group }));
  }
  return () => {
    for (const chart of charts) chart.destroy();
    place.replaceChildren();
  };
}

/** What a panel shows, above it; the drawing as a whole is said by its label. */
function caption(place: HTMLElement, text: string): void {
  const line = document.createElement("p");
  line.className = "chart-caption";
  line.textContent = text;
  place.append(line);
}

function lineChart(place: HTMLElement, drawing: Drawing, group: string): uPlot {
  const { kpi, series, colours, words, width } = drawing;
  const options: uPlot.Options = {
    ...frame(drawing, group),
    width,
    height: UPPER,
    scales: { x: xScale(drawing), y: { range: valueRange(drawing) } },
    axes: [
      { show: false },
      {
        ...axis(drawing),
        size: AXIS_WIDTH,
        ...(kpi.unit === "seconds" ? { incrs: SECOND_STEPS } : {}),
        values: (_, splits) => splits.map((split) => words.target(split)),
      },
    ],
    series: [
      {},
      { label: words.name, stroke: colours.ink, width: 1.75, points: { show: false }, spanGaps: false },
    ],
    hooks: {
      drawClear: [
        (chart) =>
          drawTarget(chart, {
            target: kpi.target,
            colours,
            word: kpi.target === null ? "" : words.target(kpi.target),
          }),
      ],
      draw: [(chart) => drawMarks(chart, { target: kpi.target, better: kpi.better, colours })],
    },
  };
  return new uPlot(options, [series.starts, series.values], place);
}

interface Bars {
  values: number[];
  height: number;
  label: string;
  group?: string;
}

function barChart(place: HTMLElement, drawing: Drawing, bars: Bars): uPlot {
  const { series, colours, width } = drawing;
  const paths = uPlot.paths.bars?.({ size: [0.62, WIDEST_BAR] });
  const options: uPlot.Options = {
    ...frame(drawing, bars.group),
    width,
    height: bars.height,
    scales: {
      x: xScale(drawing),
      y: { range: (_chart, _low, high) => [0, Math.max(2, Math.ceil((high ?? 0) * 1.1))] },
    },
    axes: [
      {
        ...axis(drawing),
        size: TIMES_HEIGHT,
        space: 64,
        incrs: TIME_STEPS.filter((step) => step >= SECONDS[drawing.interval]),
        values: timeWords(drawing),
        grid: { show: false },
      },
      {
        ...axis(drawing),
        size: AXIS_WIDTH,
        space: 20,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000],
      },
    ],
    series: [
      {},
      {
        label: bars.label,
        fill: colours.accent,
        width: 0,
        points: { show: false },
        ...(paths ? { paths } : {}),
      },
    ],
  };
  return new uPlot(options, [series.starts, bars.values], place);
}

function frame({ zone }: Drawing, group: string | undefined) {
  return {
    tzDate: (seconds: number) => uPlot.tzDate(new Date(seconds * 1000), zone),
    legend: { show: false },
    padding: [10, 48, 10, 0] as uPlot.Padding,
    cursor: {
      drag: { x: false, y: false },
      points: { show: false },
      ...(group ? { sync: { key: group } } : {}),
    },
  };
}

/** Half an interval of air at both ends, so that the outer bars are whole. */
function xScale({ series, interval }: Drawing): uPlot.Scale {
  const seconds = SECONDS[interval];
  const [first = 0, last = 0] = [series.starts[0], series.starts.at(-1)];
  return {
    time: true,
    range: [first - seconds / 2, Math.max(last, first + (FEWEST - 1) * seconds) + seconds / 2],
  };
}

/** A share ends at 100 % and begins at 60 % unless it falls lower; times begin at zero. */
function valueRange({ kpi, series }: Drawing): [number, number] {
  const known = series.values.filter((value) => value !== null);
  if (kpi.unit === "share") {
    const lowest = Math.min(0.6, ...known);
    return [Math.max(0, Math.floor(lowest * 5) / 5), 1];
  }
  return [0, Math.max(10, ...known) * 1.15];
}

function axis({ colours }: Drawing): uPlot.Axis {
  return {
    stroke: colours.ink2,
    font: FONT,
    grid: { stroke: colours.line, width: 1 },
    ticks: { show: false },
    gap: 6,
  };
}

function timeWords({ words, zone, interval }: Drawing): uPlot.Axis.Values {
  const day = new Intl.DateTimeFormat(words.locale, { day: "numeric", month: "short", timeZone: zone });
  const time = new Intl.DateTimeFormat(words.locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  });
  return (_chart, splits) =>
    splits.map((seconds) => {
      const at = new Date(seconds * 1000);
      const word = time.format(at);
      return interval === "day" || word === "00:00" ? day.format(at).replace(".", "") : word;
    });
}
