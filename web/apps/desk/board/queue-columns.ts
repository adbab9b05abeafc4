import type { BoardQueue } from "@vera/contracts/board";
import type { Translate } from "../../../shared/i18n/texts-store.ts";
import type { TableColumn } from "../../../shared/ui/table-rows.ts";
import { queueWait } from "./queue-urgency.ts";
import { shareOf } from "./sum-figures.ts";

/** The queues as a file: every number of the row, ratios with both sides. */
export function queueColumns(t: Translate, now: number): TableColumn<BoardQueue>[] {
  const column = (id: string, value: TableColumn<BoardQueue>["value"]): TableColumn<BoardQueue> => ({
    id,
    header: t(`board.col.${id}`),
    value,
  });
  return [
    column("queue", (queue) => queue.name),
    column("organism", (queue) => queue.tenantName),
    column("waiting", (queue) => queue.waiting),
    column("oldestSeconds", (queue) => {
      const { ms } = queueWait(queue, now);
      return ms === null ? null : Math.floor(ms / 1000);
    }),
    column("thresholdSeconds", (queue) => queue.thresholdSeconds),
    column("ready", (queue) => queue.readyAgents),
    column("levelNow", (queue) => shareOf(queue.slNow)),
    column("level", (queue) => shareOf(queue.slToday)),
    column("offered", (queue) => queue.offered),
    column("answered", (queue) => queue.answered),
    column("abandonedCount", (queue) => queue.abandoned),
    column("callbacks", (queue) => queue.callbacksWaiting),
  ];
}
