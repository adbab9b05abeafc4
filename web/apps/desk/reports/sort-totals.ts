import type { IntervalsReport, Kpi } from "@vera/contracts/reporting";

type Total = IntervalsReport["totals"][number];

/** What needs a look first: the lowest where higher is better, otherwise the highest; what was not measured last. */
export function sortTotals(totals: readonly Total[], better: Kpi["better"]): Total[] {
  const direction = better === "higher" ? 1 : -1;
  return [...totals].sort((a, b) => {
    if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1;
    return (a.value - b.value) * direction || b.denominator - a.denominator;
  });
}
