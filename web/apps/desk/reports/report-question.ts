import {
  DIMENSIONS,
  type Dimension,
  INTERVALS,
  type Interval,
  type IntervalsQuery,
  type Kpi,
} from "@vera/contracts/reporting";
import { type DayRange, dayCount } from "../period/period.ts";

/** A chart with more points than this is not read; the server refuses more than 3,000. */
const MOST_POINTS = 800;
const PER_DAY: Record<Interval, number> = { "15m": 96, "30m": 48, "60m": 24, day: 1 };

/** Intervals that make sense for the length of a period; the finest sensible one first. */
export function intervalsFor(range: DayRange): Interval[] {
  const days = dayCount(range);
  return INTERVALS.filter((interval) => interval === "day" || days * PER_DAY[interval] <= MOST_POINTS);
}

/** A day by half hours, a week by hours, longer by days. */
export function usualInterval(range: DayRange): Interval {
  const days = dayCount(range);
  if (days <= 2) return "30m";
  return days <= 7 ? "60m" : "day";
}

/** Query parameter of the address → name of the slice in the API. */
const SLICES = {
  organism: "tenantId",
  queue: "queueId",
  agent: "agentId",
  trunk: "trunkId",
  route: "routeId",
} as const;

type Slice = Pick<
  IntervalsQuery,
  | "kpi"
  | "variant"
  | "from"
  | "to"
  | (typeof SLICES)[keyof typeof SLICES]
  | "answerWithinSeconds"
  | "ignoreAbandonedUnderSeconds"
>;

/** What is asked of a figure, from the address; parts that the figure does not know are left out. */
export function sliceOf(kpi: Kpi, search: URLSearchParams, range: { from: string; to: string }): Slice {
  const variant = kpi.variants.find(({ id }) => id === search.get("variant"))?.id;
  const seconds = (name: string, least: number): number | undefined => {
    const value = Number(search.get(name) ?? Number.NaN);
    return kpi.usesThresholds && Number.isInteger(value) && value >= least ? value : undefined;
  };
  const within = seconds("t", 1);
  const ignored = seconds("t0", 0);
  const slice: Slice = { kpi: kpi.id, from: range.from, to: range.to };
  if (variant) slice.variant = variant;
  for (const [name, field] of Object.entries(SLICES)) {
    const id = search.get(name);
    const dimension = name === "organism" ? "tenant" : (name as Dimension);
    if (id && (dimension === "tenant" || kpi.dimensions.includes(dimension))) slice[field] = id;
  }
  if (within !== undefined) slice.answerWithinSeconds = Math.min(within, 3600);
  if (ignored !== undefined) slice.ignoreAbandonedUnderSeconds = Math.min(ignored, 300);
  return slice;
}

export function intervalsQuery(kpi: Kpi, search: URLSearchParams, range: DayRange): IntervalsQuery {
  const asked = intervalsFor(range).find((interval) => interval === search.get("interval"));
  const groupBy = groupOf(kpi, search);
  return {
    ...sliceOf(kpi, search, range),
    interval: asked ?? usualInterval(range),
    ...(groupBy ? { groupBy } : {}),
  };
}

export function groupOf(kpi: Kpi, search: URLSearchParams): Dimension | null {
  const asked = DIMENSIONS.find((dimension) => dimension === search.get("by"));
  return asked && kpi.dimensions.includes(asked) ? asked : null;
}

const PARAMETER: Record<Dimension, string> = {
  tenant: "organism",
  queue: "queue",
  agent: "agent",
  trunk: "trunk",
  route: "route",
};

/** Address of the calls behind one number: the question as it is, narrowed to an interval or a group. */
export function callsAddress(
  kpi: Kpi,
  search: URLSearchParams,
  cell: { from: string; to: string; group: { dimension: Dimension; id: string } | null },
): string {
  const next = new URLSearchParams(search);
  next.set("start", cell.from);
  next.set("end", cell.to);
  if (cell.group) next.set(PARAMETER[cell.group.dimension], cell.group.id);
  return `/reports/${kpi.id}/calls?${next.toString()}`;
}
