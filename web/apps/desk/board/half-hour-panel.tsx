import { IconChartBar, IconTable } from "@tabler/icons-react";
import type { BoardQueue, BoardState } from "@vera/contracts/board";
import { useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";
import { useSize } from "../../../shared/ui/use-size.ts";
import { HalfHourChart } from "./half-hour-chart.tsx";
import { HalfHourTable } from "./half-hour-table.tsx";
import { HALF_HOUR_MS, halfHours } from "./half-hours.ts";
import type { InScope } from "./sum-figures.ts";
import "./half-hour-panel.css";

/** Pixels that a half hour needs at the least. */
const NARROWEST = 46;
const MOST_OF_A_DAY = 48;
const DEFAULT_TARGET = 0.8;

interface HalfHourPanelProps {
  series: BoardState["series"];
  queues: readonly (readonly [string, BoardQueue])[];
  inScope: InScope;
  zone: string;
}

/** The day by half hours: the level above, the calls below, on one time axis. */
export function HalfHourPanel({ series, queues, inScope, zone }: HalfHourPanelProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const { ref, width, height } = useSize();
  // The drawing changes with the half hour and with the data, not with each second.
  const now = Math.floor(useNow() / HALF_HOUR_MS) * HALF_HOUR_MS;
  const target = queues[0]?.[1].target ?? DEFAULT_TARGET;
  const most = asTable ? MOST_OF_A_DAY : Math.max(2, Math.floor(width / NARROWEST) - 1);
  const rows = halfHours(series, { inScope, now, most });
  return (
    <section className="board-panel" aria-labelledby="board-half-hours">
      <div className="board-head">
        <h2 id="board-half-hours">{t("board.chart.title")}</h2>
        <span className="sp" />
        {!asTable && <Legend />}
        <Button
          variant="ghost"
          size="small"
          icon={asTable ? IconChartBar : IconTable}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? "board.chart.drawing" : "board.chart.table")}
        </Button>
      </div>
      {rows.length === 0 && <EmptyState>{t("board.chart.none")}</EmptyState>}
      {rows.length > 0 && asTable && <HalfHourTable rows={rows} zone={zone} />}
      {!asTable && (
        <div className="half-hours" ref={ref}>
          {rows.length > 0 && width > 0 && (
            <HalfHourChart rows={rows} target={target} zone={zone} width={width} height={height} />
          )}
        </div>
      )}
    </section>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="chart-legend">
      <li>
        <svg width="12" height="12" aria-hidden="true">
          <rect className="chart-answered" width="12" height="12" rx="1" />
        </svg>
        {t("board.chart.answered")}
      </li>
      <li>
        <svg width="12" height="12" aria-hidden="true">
          <rect className="chart-abandoned" x="0.5" y="0.5" width="11" height="11" rx="1" />
        </svg>
        {t("board.chart.abandoned")}
      </li>
      <li>
        <svg width="18" height="12" aria-hidden="true">
          <line className="chart-level" x1="0" x2="18" y1="6" y2="6" />
          <circle className="chart-point" cx="9" cy="6" r="3" />
        </svg>
        {t("board.chart.level")}
      </li>
    </ul>
  );
}
