import { IconAlertTriangle, IconHeadphones, IconPhoneX } from "@tabler/icons-react";
import type { BoardAgent } from "@vera/contracts/board";
import { memo, useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Clock } from "../../../shared/ui/clock.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { Menu } from "../../../shared/ui/menu.tsx";
import { STATE_LOOK } from "../../../shared/ui/state-look.ts";
import { useCalls } from "../shell/agent-topic.ts";
import { SeatLine } from "./seat-line.tsx";
import { type SeatLook, seatLook } from "./seat-look.ts";
import { useReasonLabels } from "./use-reason-labels.ts";
import { useSeatMenu } from "./use-seat-menu.ts";

interface SeatTileProps {
  agentId: string;
  agent: BoardAgent;
  queueName: string | null;
  /** Longer on it than is usual: the board asks to look. */
  tooLong: boolean;
  onMove: (agentId: string, step: -1 | 1) => void;
}

/** One person: name and clock, state, and what they have in hand. Pressed, it offers what can be done. */
export const SeatTile = memo(function SeatTile(props: SeatTileProps) {
  const { agentId, agent, tooLong } = props;
  const { t } = useTranslation();
  const labels = useReasonLabels();
  const calls = useCalls();
  // The menus of a whole room are many: each is filled when a hand or the focus comes near.
  const [near, setNear] = useState(false);
  const entries = useSeatMenu(props, near);
  const look = seatLook(agent);
  const word = wordOf(look, agent, { t, labels });
  const supervised = calls?.supervision?.agentId === agentId;
  const classes = ["seat", `seat-bar-${look.look}`];
  if (look.look === "risk" || look.look === "device-error") classes.push("seat-alarm");
  if (tooLong) classes.push("seat-long");
  return (
    <li>
      <Menu label={t("board.seatMenu.title", { name: agent.name })} entries={entries} align="end">
        {(trigger) => (
          <button
            type="button"
            className={classes.join(" ")}
            {...trigger}
            onPointerEnter={() => setNear(true)}
            onFocus={() => setNear(true)}
          >
            <span className="seat-top">
              <b className="el">{agent.name}</b>
              {supervised && <Glyph icon={IconHeadphones} size={14} />}
              {look.since ? <Clock since={look.since} className="seat-clock" /> : <span>–</span>}
            </span>
            <span className={`seat-state seat-look-${look.look}`}>
              <Glyph icon={look.word === "missed" ? IconPhoneX : STATE_LOOK[look.look].icon} size={14} />
              <span className="el">{word}</span>
            </span>
            <span className={tooLong ? "seat-line seat-look-risk" : "seat-line"}>
              {tooLong && <Glyph icon={IconAlertTriangle} size={14} />}
              <SeatLine {...props} />
            </span>
          </button>
        )}
      </Menu>
    </li>
  );
});

function wordOf(
  { word }: SeatLook,
  agent: BoardAgent,
  texts: {
    t: ReturnType<typeof useTranslation>["t"];
    labels: ReturnType<typeof useReasonLabels>;
  },
): string {
  const reason = agent.pauseReason === null ? undefined : texts.labels.label(agent.pauseReason);
  if (word === "pause" && reason) return texts.t("board.seat.pauseFor", { reason });
  return texts.t(`board.seat.${word}`);
}
