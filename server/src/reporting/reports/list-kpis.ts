import type { Kpi as KpiContract } from "@vera/contracts/reporting";
import type { Kpi } from "../kpis/kpi.ts";

/** A figure as people read it: everything but the SQL. */
export function describeKpi({ source: _source, variants, dimensions, ...kpi }: Kpi): KpiContract {
  return {
    ...kpi,
    dimensions: [...dimensions],
    variants: variants.map(({ id, name, formula }) => ({ id, name, formula })),
  };
}
