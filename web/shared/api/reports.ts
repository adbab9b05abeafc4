import type {
  DrillDown,
  DrillDownQuery,
  IntervalsQuery,
  IntervalsReport,
  Kpi,
} from "@vera/contracts/reporting";
import { apiUrl, get } from "./request.ts";

export async function listKpis(): Promise<{ items: Kpi[] }> {
  return get("/reports/kpis");
}

export async function reportIntervals(query: IntervalsQuery): Promise<IntervalsReport> {
  return get("/reports/intervals", { query });
}

export function intervalsCsvUrl(query: IntervalsQuery): string {
  return apiUrl("/reports/intervals.csv", query);
}

export async function drillDown(query: DrillDownQuery): Promise<DrillDown> {
  return get("/reports/drill-down", { query });
}
