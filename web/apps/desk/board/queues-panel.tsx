import { IconArrowsSort, IconDownload } from "@tabler/icons-react";
import type { BoardQueue, BoardState } from "@vera/contracts/board";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { toCsv } from "../../../shared/ui/csv.ts";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { saveFile } from "../../../shared/ui/save-file.ts";
import { useNow } from "../../../shared/ui/use-now.ts";
import { useSteadyOrder } from "../../../shared/ui/use-steady-order.ts";
import { queueColumns } from "./queue-columns.ts";
import { QueueRow, QueueTotals } from "./queue-row.tsx";
import { byUrgency } from "./queue-urgency.ts";
import { TrunkStrip } from "./trunk-strip.tsx";
import "../../../shared/ui/data-table.css";
import "./queues-panel.css";

interface QueuesPanelProps {
  queues: readonly (readonly [string, BoardQueue])[];
  trunks: BoardState["trunks"];
}

const COLUMNS = ["queue", "waiting", "oldest", "ready", "level", "abandoned", "handling"] as const;

/** Queues by urgency. The order stands still while pointer or focus is inside. */
export function QueuesPanel({ queues, trunks }: QueuesPanelProps) {
  const { t, locale } = useTranslation();
  const now = useNow();
  const order = useSteadyOrder(byUrgency(queues, { now, locale }));
  const byId = new Map(queues);
  const rows = order.ids.flatMap((id) => {
    const queue = byId.get(id);
    return queue ? [[id, queue] as const] : [];
  });
  const exportCsv = (): void => {
    const separator = locale === "en" ? "," : ";";
    const lines = rows.map(([, queue]) => queue);
    saveFile("colas.csv", "text/csv;charset=utf-8", toCsv(lines, queueColumns(t, now), separator));
  };
  return (
    <section className="board-panel" aria-labelledby="board-queues" {...order.handlers}>
      <div className="board-head">
        <h2 id="board-queues">{t("board.queues")}</h2>
        <span className="sm dim">{t("board.byUrgency")}</span>
        <span className="sp" />
        {order.pending && (
          <Button variant="ghost" icon={IconArrowsSort} onClick={order.reorder}>
            {t("board.reorder")}
          </Button>
        )}
        <Button variant="ghost" icon={IconDownload} onClick={exportCsv}>
          {t("board.export")}
        </Button>
      </div>
      {rows.length === 0 ? (
        <EmptyState>{t("board.noQueues")}</EmptyState>
      ) : (
        // Scrolled by keyboard too, so it can take the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <div className="table-scroll" tabIndex={0}>
          <table className="table table-two-lines queues">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={column === "queue" ? undefined : "num"}>
                    {t(`board.col.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([id, queue]) => (
                <QueueRow key={id} queueId={id} queue={queue} />
              ))}
            </tbody>
            <tfoot>
              <QueueTotals queues={rows.map(([, queue]) => queue)} />
            </tfoot>
          </table>
        </div>
      )}
      <TrunkStrip trunks={trunks} />
    </section>
  );
}
