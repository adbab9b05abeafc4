import {
  DrillDown,
  DrillDownQuery,
  IntervalsQuery,
  IntervalsReport,
  KpiList,
} from "@vera/contracts/reporting";
import { audit, type Http } from "../../platform/index.ts";
import type { Catalogue } from "../catalogue.ts";
import { KPIS } from "../kpis/registry.ts";
import { drillDown } from "./drill-down.ts";
import { intervalsCsv } from "./export-intervals.ts";
import { describeKpi } from "./list-kpis.ts";
import { reportIntervals } from "./report-intervals.ts";

const tags = ["reports"];

export function reportRoutes(http: Http, catalogue: Catalogue): void {
  http.route({
    method: "GET",
    url: "/api/v1/reports/kpis",
    permission: "report.read",
    summary: "The figures, each with its formula in words",
    tags,
    response: KpiList,
    handler: () => ({ items: KPIS.map(describeKpi) }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/reports/intervals",
    permission: "report.read",
    summary: "A figure by interval, with numerator and denominator",
    tags,
    query: IntervalsQuery,
    response: IntervalsReport,
    handler: (ctx, { query }) => reportIntervals(ctx, catalogue, query),
  });
  http.route({
    method: "GET",
    url: "/api/v1/reports/intervals.csv",
    permission: "report.export",
    summary: "The same as CSV, with its formula",
    tags,
    query: IntervalsQuery,
    raw: true,
    handler: async (ctx, { query, reply }) => {
      const report = await reportIntervals(ctx, catalogue, query);
      await audit(ctx, { action: "report.exported", subject: { kind: "kpi", id: query.kpi }, detail: query });
      reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${report.kpi}.csv"`);
      return intervalsCsv(report);
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/reports/drill-down",
    permission: "report.read",
    summary: "What stands behind a number, row by row",
    tags,
    query: DrillDownQuery,
    response: DrillDown,
    handler: (ctx, { query }) => drillDown(ctx, catalogue, query),
  });
}
