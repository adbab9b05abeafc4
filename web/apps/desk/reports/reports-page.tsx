import { useQuery } from "@tanstack/react-query";
import type { Kpi } from "@vera/contracts/reporting";
import { useEffect } from "react";
import { Link, Redirect, Route, Switch, useLocation, useSearch } from "wouter";
import { listKpis } from "../../../shared/api/reports.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { DrillDownPage } from "./drill-down-page.tsx";
import { ReportView } from "./report-view.tsx";
import { useFigureWords } from "./use-figure-words.ts";
import "../interactions/interactions.css";
import "./reports.css";

/** The catalogue of figures at the left, one of them at the right. */
export function ReportsPage() {
  const { t } = useTranslation();
  const kpis = useQuery({
    queryKey: ["kpis"],
    queryFn: listKpis,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    document.title = t("reports.pageTitle");
  }, [t]);
  if (kpis.isPending) return <Skeleton lines={8} />;
  if (!kpis.data) return <ProblemNote error={kpis.error} onRetry={() => void kpis.refetch()} />;
  const items = kpis.data.items;
  const first = items[0];
  const known = (id: string): Kpi | undefined => items.find((kpi) => kpi.id === id);
  return (
    <div className="reports">
      <Catalogue kpis={items} />
      <main className="report">
        <Switch>
          <Route path="/reports/:kpi/calls">
            {({ kpi }) => {
              const found = known(kpi);
              return found ? <DrillDownPage key={kpi} kpi={found} /> : <Unknown />;
            }}
          </Route>
          <Route path="/reports/:kpi">
            {({ kpi }) => {
              const found = known(kpi);
              return found ? <ReportView key={kpi} kpi={found} /> : <Unknown />;
            }}
          </Route>
          <Route>{first ? <Redirect to={`/reports/${first.id}`} replace /> : <Unknown />}</Route>
        </Switch>
      </main>
    </div>
  );
}

function Catalogue({ kpis }: { kpis: readonly Kpi[] }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const search = useSearch();
  const words = useFigureWords("count");
  const open = location.split("/")[2];
  return (
    <nav className="report-catalogue" aria-label={t("reports.catalogue")}>
      <h1 className="h2">{t("reports.title")}</h1>
      {kpis.map((kpi) => (
        <Link
          key={kpi.id}
          href={`/reports/${kpi.id}${periodOnly(search)}`}
          className="report-link"
          aria-current={kpi.id === open ? "page" : undefined}
        >
          {words.in(kpi.name)}
        </Link>
      ))}
    </nav>
  );
}

/** From one figure to another the period goes along; what is particular to a figure does not. */
function periodOnly(search: string): string {
  const from = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of ["period", "from", "to"]) {
    const value = from.get(name);
    if (value) kept.set(name, value);
  }
  return kept.size > 0 ? `?${kept.toString()}` : "";
}

function Unknown() {
  const { t } = useTranslation();
  return <EmptyState>{t("reports.unknown")}</EmptyState>;
}
