import { useEffect, useMemo } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { TopBarSlot } from "../shell/top-bar-slot.tsx";
import { AttentionPanel } from "./attention-panel.tsx";
import { BoardFigureStrip } from "./board-figure-strip.tsx";
import { BoardStatus } from "./board-status.tsx";
import { HalfHourPanel } from "./half-hour-panel.tsx";
import { OrganismMenu } from "./organism-menu.tsx";
import { QueuesPanel } from "./queues-panel.tsx";
import { SeatsPanel } from "./seats-panel.tsx";
import { useBoard } from "./use-board.ts";
import "./board.css";

/** What happens now: figures, queues by urgency, people, what needs me, the day by half hours. */
export function BoardPage() {
  const { t } = useTranslation();
  const { board, refused, stale, goodUntil, tenantId, inScope, chooseTenant } = useBoard();
  useEffect(() => {
    document.title = t("board.pageTitle");
  }, [t]);
  const queues = useMemo(
    () => Object.entries(board?.queues ?? {}).filter(([, queue]) => inScope(queue.tenantId)),
    [board?.queues, inScope],
  );
  return (
    <>
      <TopBarSlot place="start">
        <h1>{t("board.title")}</h1>
        <OrganismMenu tenantId={tenantId} onChoose={chooseTenant} />
      </TopBarSlot>
      <TopBarSlot place="end">
        <BoardStatus stale={stale} goodUntil={goodUntil} />
      </TopBarSlot>
      {!board && (refused ? <p className="empty">{t("board.loadFailed")}</p> : <Skeleton lines={10} />)}
      {board && (
        <main className={stale ? "board board-stale" : "board"}>
          <BoardFigureStrip board={board} queues={queues} inScope={inScope} stale={stale} />
          <QueuesPanel queues={queues} trunks={board.trunks} />
          <SeatsPanel board={board} />
          <AttentionPanel board={board} inScope={inScope} />
          <HalfHourPanel series={board.series} queues={queues} inScope={inScope} zone={board.zone} />
        </main>
      )}
    </>
  );
}
