import { IconCircleCheck, IconClockPause } from "@tabler/icons-react";
import { useEffect } from "react";
import { formatTimeWithSeconds } from "../../../shared/format/when.ts";
import { ZONE } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { announce } from "../../../shared/ui/announce.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";

interface BoardStatusProps {
  stale: boolean;
  /** Milliseconds since the epoch. */
  goodUntil: number;
}

/** Up to when the board is known to be right. A board without data keeps its last figures and says so. */
export function BoardStatus({ stale, goodUntil }: BoardStatusProps) {
  const { t, locale } = useTranslation();
  const time = formatTimeWithSeconds(new Date(goodUntil), locale, ZONE);
  useEffect(() => {
    if (stale) announce(t("board.staleSaid", { time }));
  }, [stale, time, t]);
  if (stale) {
    return (
      <span className="board-status board-status-stale">
        <Glyph icon={IconClockPause} />
        {t("board.staleSince", { time })}
      </span>
    );
  }
  return (
    <span className="board-status">
      <Glyph icon={IconCircleCheck} />
      <span className="board-status-words">{t("board.live")}</span> <b>{time}</b>
    </span>
  );
}
