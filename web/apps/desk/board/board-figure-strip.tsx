import type { BoardQueue, BoardState, Ratio } from "@vera/contracts/board";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { formatClock } from "../../../shared/format/clock.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Clock } from "../../../shared/ui/clock.tsx";
import { type Figure, FigureStrip } from "../../../shared/ui/figure-strip.tsx";
import { StateTag } from "../../../shared/ui/state-tag.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";
import { useMe } from "../session/me-context.ts";
import { halfHours } from "./half-hours.ts";
import { LevelSpark } from "./level-spark.tsx";
import { type InScope, occupancy, shareOf, sumFigures } from "./sum-figures.ts";

const SPARK_HALF_HOURS = 6;
const DEFAULT_TARGET = 0.8;

interface BoardFigureStripProps {
  board: BoardState;
  queues: readonly (readonly [string, BoardQueue])[];
  inScope: InScope;
  stale: boolean;
}

/** The day in seven numbers; each opens the report that it comes from. */
export function BoardFigureStrip({ board, queues, inScope, stale }: BoardFigureStripProps) {
  const { t } = useTranslation();
  const formats = useFormats(board.zone);
  const now = useNow();
  const sum = sumFigures(board.figures, inScope);
  const target = queues[0]?.[1].target ?? DEFAULT_TARGET;
  const level = shareOf(sum.serviceLevel);
  const busy = occupancy(Object.values(board.agents), now);
  const asa = shareOf(sum.asa);
  const of = (ratio: Ratio): string =>
    t("board.of", { part: formats.count(ratio.numerator), whole: formats.count(ratio.denominator) });
  const figures: Figure[] = [
    {
      key: "level",
      label:
        level === null
          ? t("board.figure.serviceLevel", { target: formats.share(target, 0) })
          : t("board.figure.serviceLevelOf", {
              inTime: formats.count(sum.serviceLevel.numerator),
              counted: formats.count(sum.serviceLevel.denominator),
              target: formats.share(target, 0),
            }),
      value: <ToReport kpi="service-level">{formats.share(level)}</ToReport>,
      extra: (
        <>
          {level !== null && level < target && <StateTag state="risk">{t("board.underTarget")}</StateTag>}
          <LevelSpark
            rows={halfHours(board.series, { inScope, now, most: SPARK_HALF_HOURS })}
            target={target}
          />
        </>
      ),
    },
    {
      key: "waiting",
      label: t("board.figure.waiting"),
      value: formats.count(sum.waiting),
      note: sum.longestSince ? (
        <>
          {t("board.figure.oldest")} <Clock since={sum.longestSince} label={t("board.figure.oldest")} />
        </>
      ) : (
        t("board.figure.nobody")
      ),
    },
    {
      key: "abandonment",
      label: t("board.figure.abandonment"),
      value: (
        <ToReport kpi="abandonment">
          {formats.share(shareOf({ numerator: sum.abandoned, denominator: sum.offered }))}
        </ToReport>
      ),
      note: sum.offered > 0 ? of({ numerator: sum.abandoned, denominator: sum.offered }) : t("board.noCalls"),
    },
    {
      key: "asa",
      label: t("board.figure.asa"),
      value: <ToReport kpi="asa">{asa === null ? "–" : formatClock(Math.round(asa / 1000) * 1000)}</ToReport>,
      note: t("board.answered", { count: sum.answered }),
    },
    {
      key: "occupancy",
      label: t("board.figure.occupancy"),
      value: <ToReport kpi="occupancy">{formats.share(shareOf(busy), 0)}</ToReport>,
      note: t("board.figure.ideal"),
    },
    {
      key: "callbacks",
      label: t("board.figure.callbacks"),
      value: formats.count(sum.callbacksWaiting),
      note: sum.nextCallbackAt && t("board.figure.next", { time: formats.time(sum.nextCallbackAt) }),
    },
    {
      key: "emergencies",
      label: t("board.figure.emergencies"),
      value: <ToReport kpi="emergencies">{formats.count(sum.emergencies)}</ToReport>,
      note: t("board.figure.today"),
    },
  ];
  return <FigureStrip label={t("board.figures")} figures={figures} lead stale={stale} />;
}

/** A number leads to its report, for who may read reports. */
function ToReport({ kpi, children }: { kpi: string; children: ReactNode }) {
  const { can } = useMe();
  if (!can("report.read")) return children;
  return (
    <Link href={`/reports/${kpi}?period=today`} className="figure-link">
      {children}
    </Link>
  );
}
