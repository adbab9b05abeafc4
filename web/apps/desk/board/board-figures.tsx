import type { BoardFigures, Ratio } from "@vera/contracts/board";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { formatClock } from "../../../shared/format/clock.ts";
import type { Translate } from "../../../shared/i18n/texts-store.ts";
import type { useFormats } from "../../../shared/i18n/use-formats.ts";
import { Clock } from "../../../shared/ui/clock.tsx";
import type { Figure } from "../../../shared/ui/figure-strip.tsx";
import { StateTag } from "../../../shared/ui/state-tag.tsx";
import { useMe } from "../session/me-context.ts";
import type { HalfHour } from "./half-hours.ts";
import { LevelSpark } from "./level-spark.tsx";
import { shareOf } from "./sum-figures.ts";

export interface FigureParts {
  t: Translate;
  formats: ReturnType<typeof useFormats>;
  sum: BoardFigures;
  /** Time on contact ÷ time on contact or ready. */
  busy: Ratio;
  target: number;
  /** The last half hours, for the spark. */
  recent: readonly HalfHour[];
}

/** The day in seven numbers; each opens the report that it comes from. */
export function boardFigures(parts: FigureParts): Figure[] {
  const { t, formats, sum, busy } = parts;
  const asa = shareOf(sum.asa);
  return [
    levelFigure(parts),
    waitingFigure(parts),
    abandonmentFigure(parts),
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
}

function levelFigure({ t, formats, sum, target, recent }: FigureParts): Figure {
  const level = shareOf(sum.serviceLevel);
  const words = {
    target: formats.share(target, 0),
    inTime: formats.count(sum.serviceLevel.numerator),
    counted: formats.count(sum.serviceLevel.denominator),
  };
  return {
    key: "level",
    label: t(level === null ? "board.figure.serviceLevel" : "board.figure.serviceLevelOf", words),
    value: <ToReport kpi="service-level">{formats.share(level)}</ToReport>,
    extra: (
      <>
        {level !== null && level < target && <StateTag state="risk">{t("board.underTarget")}</StateTag>}
        <LevelSpark rows={recent} target={target} />
      </>
    ),
  };
}

function waitingFigure({ t, formats, sum }: FigureParts): Figure {
  const oldest = t("board.figure.oldest");
  return {
    key: "waiting",
    label: t("board.figure.waiting"),
    value: formats.count(sum.waiting),
    note: sum.longestSince ? (
      <>
        {oldest} <Clock since={sum.longestSince} label={oldest} />
      </>
    ) : (
      t("board.figure.nobody")
    ),
  };
}

function abandonmentFigure({ t, formats, sum }: FigureParts): Figure {
  const ratio = { numerator: sum.abandoned, denominator: sum.offered };
  const sides = { part: formats.count(sum.abandoned), whole: formats.count(sum.offered) };
  return {
    key: "abandonment",
    label: t("board.figure.abandonment"),
    value: <ToReport kpi="abandonment">{formats.share(shareOf(ratio))}</ToReport>,
    note: sum.offered > 0 ? t("board.of", sides) : t("board.noCalls"),
  };
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
