import type { BoardQueue, BoardState } from "@vera/contracts/board";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { FigureStrip } from "../../../shared/ui/figure-strip.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";
import { boardFigures } from "./board-figures.tsx";
import { halfHours } from "./half-hours.ts";
import { type InScope, occupancy, sumFigures } from "./sum-figures.ts";

const SPARK_HALF_HOURS = 6;
const DEFAULT_TARGET = 0.8;

interface BoardFigureStripProps {
  board: BoardState;
  queues: readonly (readonly [string, BoardQueue])[];
  inScope: InScope;
  stale: boolean;
}

export function BoardFigureStrip({ board, queues, inScope, stale }: BoardFigureStripProps) {
  const { t } = useTranslation();
  const formats = useFormats(board.zone);
  const now = useNow();
  const figures = boardFigures({
    t,
    formats,
    sum: sumFigures(board.figures, inScope),
    busy: occupancy(Object.values(board.agents), now),
    target: queues[0]?.[1].target ?? DEFAULT_TARGET,
    recent: halfHours(board.series, { inScope, now, most: SPARK_HALF_HOURS }),
  });
  return <FigureStrip label={t("board.figures")} figures={figures} lead stale={stale} />;
}
