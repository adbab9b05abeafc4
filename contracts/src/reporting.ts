import Type, { type Static } from "typebox";
import { Instant, nullable, Uuid } from "./shapes.ts";

/** A sentence in both locales. */
export const BothLocales = Type.Object({ es: Type.String(), en: Type.String() });
export type BothLocales = Static<typeof BothLocales>;

export const INTERVALS = ["15m", "30m", "60m", "day"] as const;
export type Interval = (typeof INTERVALS)[number];

export const DIMENSIONS = ["tenant", "queue", "agent", "trunk", "route"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** How `value` = numerator ÷ denominator is shown. `seconds`: both sides in seconds; `count`: the numerator alone. */
export const KPI_UNITS = ["share", "seconds", "count"] as const;

export const KpiVariant = Type.Object({
  id: Type.String(),
  name: BothLocales,
  /** In words. */
  formula: BothLocales,
  /** The same to the database: what each row `f` adds to the numerator and to the denominator. */
  sql: Type.Object({ numerator: Type.String(), denominator: Type.String() }),
});

export const Kpi = Type.Object({
  id: Type.String(),
  name: BothLocales,
  unit: Type.Enum(KPI_UNITS),
  better: Type.Enum(["higher", "lower", "neither"] as const),
  /** Same unit as the value; null = none. */
  target: nullable(Type.Number()),
  /** The first is the default. */
  variants: Type.Array(KpiVariant),
  numerator: BothLocales,
  denominator: BothLocales,
  dimensions: Type.Array(Type.Enum(DIMENSIONS)),
  /** Whether answerWithinSeconds and ignoreAbandonedUnderSeconds change the result. */
  usesThresholds: Type.Boolean(),
  /** Raised whenever the formula changes. */
  version: Type.Integer(),
});
export type Kpi = Static<typeof Kpi>;

export const KpiList = Type.Object({ items: Type.Array(Kpi) });

const slice = {
  kpi: Type.String({ maxLength: 60 }),
  variant: Type.Optional(Type.String({ maxLength: 60 })),
  from: Instant,
  to: Instant,
  tenantId: Type.Optional(Uuid),
  queueId: Type.Optional(Uuid),
  agentId: Type.Optional(Uuid),
  trunkId: Type.Optional(Uuid),
  routeId: Type.Optional(Uuid),
  /** T; when left out each queue's own, 20 where it has none. */
  answerWithinSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 3600 })),
  /** t₀; when left out each queue's own, 5 where it has none. */
  ignoreAbandonedUnderSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 300 })),
};

/** GET /api/v1/reports/intervals */
export const IntervalsQuery = Type.Object({
  ...slice,
  interval: Type.Enum(INTERVALS),
  groupBy: Type.Optional(Type.Enum(DIMENSIONS)),
  /** IANA zone the intervals are cut in; default America/Argentina/Buenos_Aires. */
  zone: Type.Optional(Type.String({ maxLength: 60 })),
});
export type IntervalsQuery = Static<typeof IntervalsQuery>;

export const FigureGroup = Type.Object({ dimension: Type.Enum(DIMENSIONS), id: Uuid, name: Type.String() });

export const Figure = Type.Object({
  numerator: Type.Number(),
  denominator: Type.Number(),
  /** numerator ÷ denominator; null when the denominator is 0. Of a count: the numerator. */
  value: nullable(Type.Number()),
});
export type Figure = Static<typeof Figure>;

export const IntervalRow = Type.Object({
  start: Instant,
  end: Instant,
  group: nullable(FigureGroup),
  ...Figure.properties,
});
export type IntervalRow = Static<typeof IntervalRow>;

export const IntervalsReport = Type.Object({
  kpi: Type.String(),
  variant: Type.String(),
  formula: BothLocales,
  zone: Type.String(),
  /** Only intervals with something in them. */
  rows: Type.Array(IntervalRow),
  /** Recomputed over the whole period, not averaged from the rows. */
  totals: Type.Array(Type.Object({ group: nullable(FigureGroup), ...Figure.properties })),
  /** Everything that happened up to here is in; later is still being taken in. */
  factsUntil: Instant,
});
export type IntervalsReport = Static<typeof IntervalsReport>;

/** GET /api/v1/reports/drill-down: what stands behind one number, newest last. */
export const DrillDownQuery = Type.Object({
  ...slice,
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export type DrillDownQuery = Static<typeof DrillDownQuery>;

export const DrillDownItem = Type.Object({
  /** Null for facts without one (a trunk attempt that never became a call, time of an agent). */
  interactionId: nullable(Uuid),
  at: Instant,
  tenantId: nullable(Uuid),
  queueId: nullable(Uuid),
  queueName: nullable(Type.String()),
  agentId: nullable(Uuid),
  agentName: nullable(Type.String()),
  trunkId: nullable(Uuid),
  routeId: nullable(Uuid),
  /** What it adds to each side: the sums are the number that was clicked. */
  numerator: Type.Number(),
  denominator: Type.Number(),
  /** How it finished: `answered`, `abandoned`, `busy` … */
  outcome: Type.String(),
});
export type DrillDownItem = Static<typeof DrillDownItem>;

export const DrillDown = Type.Object({
  items: Type.Array(DrillDownItem),
  nextCursor: nullable(Type.String()),
});
export type DrillDown = Static<typeof DrillDown>;

/** GET /api/v1/reports/my-day: the signed-in agent's own foot "Tu jornada". */
export const MyDay = Type.Object({
  handled: Type.Integer(),
  talkMs: Type.Number(),
  handleMs: Type.Number(),
  readyMs: Type.Number(),
  pausedMs: Type.Number(),
  /** Consecutive states since the day began, for the ribbon. */
  ribbon: Type.Array(
    Type.Object({
      state: Type.String(),
      reason: nullable(Type.String()),
      startedAt: Instant,
      endedAt: nullable(Instant),
    }),
  ),
});
export type MyDay = Static<typeof MyDay>;
