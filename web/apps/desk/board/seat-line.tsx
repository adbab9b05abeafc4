import type { BoardAgent } from "@vera/contracts/board";
import { formatClock } from "../../../shared/format/clock.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useNow } from "../../../shared/ui/use-now.ts";
import { useReasonLabels } from "./use-reason-labels.ts";

interface SeatLineProps {
  agent: BoardAgent;
  queueName: string | null;
  tooLong: boolean;
}

/** The third line of a tile: the queue of what they have in hand, when they come back, or their day. */
export function SeatLine({ agent, queueName, tooLong }: SeatLineProps) {
  const { t } = useTranslation();
  const queue = queueName ?? t("board.seatLine.otherOrganism");
  if (agent.activity !== "idle") {
    const first = t(agent.activity === "wrap-up" ? "board.seatLine.longWrap" : "board.seatLine.long");
    return <span className="el">{tooLong ? `${first} · ${queue}` : withNext(agent, queue, t)}</span>;
  }
  if (agent.state === "paused") return <PauseLine agent={agent} />;
  return <span className="el">{t("board.seatLine.handled", { count: agent.today.handled })}</span>;
}

function withNext(agent: BoardAgent, queue: string, t: ReturnType<typeof useTranslation>["t"]): string {
  const state = agent.requestedState;
  if (state !== "paused" && state !== "offline") return queue;
  const word = t(state === "paused" ? "board.seat.pause" : "board.seat.off");
  return `${queue} · ${t("board.seatLine.next", { state: word })}`;
}

/** A pause with a limit says when it ends, and for how long it has been over. */
function PauseLine({ agent }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { limitSeconds } = useReasonLabels();
  const limit = agent.pauseReason === null ? null : limitSeconds(agent.pauseReason);
  if (limit === null) {
    return <span className="el">{t("board.seatLine.handled", { count: agent.today.handled })}</span>;
  }
  const back = Date.parse(agent.since) + limit * 1000;
  if (now <= back) {
    return (
      <span className="el">
        {t("board.seatLine.back", { time: formats.time(new Date(back).toISOString()) })}
      </span>
    );
  }
  return (
    <span className="el seat-look-risk">
      {t("board.seatLine.overdue", { time: formatClock(now - back) })}
    </span>
  );
}
