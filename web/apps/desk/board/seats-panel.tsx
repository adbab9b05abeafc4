import { IconEye, IconEyeOff } from "@tabler/icons-react";
import type { BoardAgent, BoardState } from "@vera/contracts/board";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { STATE_LOOK } from "../../../shared/ui/state-look.ts";
import { moveSeat, roomOrder, savedRoom, saveRoom } from "./room-order.ts";
import { countSeats, type SeatCounts } from "./seat-look.ts";
import { SeatTile } from "./seat-tile.tsx";
import "./seats-panel.css";

const COUNTED = [
  ["ready", "ready"],
  ["onContact", "talk"],
  ["wrapUp", "wrap"],
  ["paused", "pause"],
] as const satisfies readonly (readonly [keyof SeatCounts, keyof typeof STATE_LOOK])[];

/** People in the order of the room: a face keeps its place, only its state changes. */
export function SeatsPanel({ board }: { board: BoardState }) {
  const { t, locale } = useTranslation();
  const [saved, setSaved] = useState(savedRoom);
  const [hideOff, setHideOff] = useState(false);
  const agents = Object.entries(board.agents);
  const order = useMemo(
    () =>
      roomOrder(
        saved,
        Object.entries(board.agents).map(([id, { name }]) => ({ id, name })),
        locale,
      ),
    [saved, board.agents, locale],
  );
  const shown = order.filter((id) => !hideOff || !isOff(board.agents[id]));
  const move = useCallback(
    (id: string, step: -1 | 1) => {
      const next = moveSeat(order, id, step);
      saveRoom(next);
      setSaved(next);
    },
    [order],
  );
  const counts = countSeats(agents.map(([, agent]) => agent));
  return (
    <section className="board-panel" aria-labelledby="board-seats">
      <div className="board-head">
        <h2 id="board-seats">{t("board.seats")}</h2>
        <ul className="seat-counts">
          {COUNTED.filter(([key]) => counts[key] > 0).map(([key, look]) => (
            <li key={key} className={`seat-look-${look}`}>
              <Glyph icon={STATE_LOOK[look].icon} size={14} />
              {t(`board.count.${key}`, { count: counts[key] })}
            </li>
          ))}
        </ul>
        <span className="sp" />
        {counts.off > 0 && (
          <Button
            variant="ghost"
            size="small"
            icon={hideOff ? IconEye : IconEyeOff}
            onClick={() => setHideOff(!hideOff)}
          >
            {t(hideOff ? "board.showOff" : "board.hideOff", { count: counts.off })}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState>{t(agents.length === 0 ? "board.noSeats" : "board.noneConnected")}</EmptyState>
      ) : (
        <ul className="seats" aria-labelledby="board-seats">
          {shown.map((id) => {
            const agent = board.agents[id];
            return (
              agent && (
                <SeatTile
                  key={id}
                  agentId={id}
                  agent={agent}
                  queueName={queueNameOf(board, agent)}
                  tooLong={isTooLong(board, id)}
                  onMove={move}
                />
              )
            );
          })}
        </ul>
      )}
    </section>
  );
}

function isOff(agent: BoardAgent | undefined): boolean {
  return agent?.state === "offline" && agent.activity === "idle";
}

/** Of what they have in hand, or of what rings at them. */
function queueNameOf(board: BoardState, agent: BoardAgent): string | null {
  const id = agent.queueId ?? Object.values(agent.offers)[0]?.queueId;
  return (id && board.queues[id]?.name) || null;
}

function isTooLong(board: BoardState, agentId: string): boolean {
  return [`long-contact:${agentId}`, `long-wrap-up:${agentId}`].some((key) => key in board.attention);
}
