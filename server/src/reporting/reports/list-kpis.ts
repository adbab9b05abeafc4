import type { Kpi as KpiContract } from "@vera/contracts/reporting";
import type { Kpi } from "../kpis/kpi.ts";

/** A figure as people read it: the formula in words, and the expressions that say the same. */
export function describeKpi({ source: _source, variants, dimensions, ...kpi }: Kpi): KpiContract {
  return {
    ...kpi,
    dimensions: [...dimensions],
    variants: variants.map(({ id, name, formula, numerator, denominator }) => ({
      id,
      name,
      formula,
      sql: { numerator, denominator },
    })),
  };
}
