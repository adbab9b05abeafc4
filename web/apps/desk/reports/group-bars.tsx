import type { IntervalsReport, Kpi } from "@vera/contracts/reporting";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { sortTotals } from "./sort-totals.ts";
import { useFigureWords } from "./use-figure-words.ts";

const MOST = 20;

interface GroupBarsProps {
  kpi: Kpi;
  totals: IntervalsReport["totals"];
}

/** Queues, agents or organisms side by side as bars from zero, what needs a look first, the target as a line. */
export function GroupBars({ kpi, totals }: GroupBarsProps) {
  const { t } = useTranslation();
  const words = useFigureWords(kpi.unit);
  const rows = sortTotals(totals, kpi.better).slice(0, MOST);
  const top = kpi.unit === "share" ? 1 : Math.max(1, ...rows.map(({ value }) => value ?? 0));
  const missed = (value: number | null): boolean =>
    kpi.target !== null &&
    value !== null &&
    (kpi.better === "lower" ? value > kpi.target : value < kpi.target);
  const bars = rows.map((row) => {
    const name = row.group?.name ?? t("reports.noGroup");
    return {
      key: row.group?.id ?? "none",
      name,
      value: row.value,
      said: `${name}: ${words.value(row.value)}`,
    };
  });
  return (
    <div className="group-bars" role="img" aria-label={bars.map(({ said }) => said).join(". ")}>
      {bars.map(({ key, name, value }) => (
        <div key={key} className="group-bar">
          <span className="el">{name}</span>
          <span className="group-track">
            <span
              className={missed(value) ? "group-fill group-missed" : "group-fill"}
              style={{ width: `${((value ?? 0) / top) * 100}%` }}
            />
            {kpi.target !== null && (
              <span className="group-target" style={{ left: `${(kpi.target / top) * 100}%` }} />
            )}
          </span>
          <b className="num">{words.value(value)}</b>
        </div>
      ))}
    </div>
  );
}
