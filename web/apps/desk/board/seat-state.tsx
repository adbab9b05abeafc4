import type { BoardAgent } from "@vera/contracts/board";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Clock } from "../../../shared/ui/clock.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { STATE_LOOK } from "../../../shared/ui/state-look.ts";
import { seatLook } from "./seat-look.ts";
import { useReasonLabels } from "./use-reason-labels.ts";

/** A person's state in one line, outside of their tile. */
export function SeatState({ agent }: { agent: BoardAgent }) {
  const { t } = useTranslation();
  const { label } = useReasonLabels();
  const look = seatLook(agent);
  const reason = look.word === "pause" && agent.pauseReason !== null ? label(agent.pauseReason) : undefined;
  return (
    <span className={`row sm seat-look-${look.look}`}>
      <Glyph icon={STATE_LOOK[look.look].icon} size={14} />
      {reason ? t("board.seat.pauseFor", { reason }) : t(`board.seat.${look.word}`)}
      {look.since && <Clock since={look.since} />}
    </span>
  );
}
