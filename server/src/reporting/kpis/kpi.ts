import type { BothLocales, Dimension } from "@vera/contracts/reporting";

/** The kinds of facts a figure can be a sum over; each gives rows `f` with the columns described in sources/store.ts. */
export const SOURCES = ["visits", "handled", "offers", "agent-time", "seizures", "emergencies"] as const;
export type Source = (typeof SOURCES)[number];

export interface KpiVariant {
  readonly id: string;
  readonly name: BothLocales;
  /** In words, for people; the two expressions below say the same to the database. */
  readonly formula: BothLocales;
  /**
   * What one row `f` of the source adds to each side, as an SQL expression over its columns; 0 = nothing. A constant
   * of the program: never made from anything that comes from outside.
   */
  readonly numerator: string;
  readonly denominator: string;
}

/** A figure: numerator ÷ denominator, both sums over the rows of one source. How to add one: docs/guides/add-a-kpi.md. */
export interface Kpi {
  /** The folder's name. */
  readonly id: string;
  readonly name: BothLocales;
  readonly unit: "share" | "seconds" | "count";
  readonly better: "higher" | "lower" | "neither";
  readonly target: number | null;
  readonly source: Source;
  readonly numerator: BothLocales;
  readonly denominator: BothLocales;
  readonly dimensions: readonly Dimension[];
  readonly usesThresholds: boolean;
  /** Raised whenever a formula changes. */
  readonly version: number;
  /** The first is the default. */
  readonly variants: readonly [KpiVariant, ...KpiVariant[]];
}
