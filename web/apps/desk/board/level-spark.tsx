import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { type HalfHour, levelFoot } from "./half-hours.ts";
import { shareOf } from "./sum-figures.ts";

const [WIDTH, HEIGHT] = [64, 24];

/** The service level of the last half hours, without axes, over the line of the target. */
export function LevelSpark({ rows, target }: { rows: readonly HalfHour[]; target: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const shares = rows.map((row) => shareOf(row.serviceLevel)).filter((share) => share !== null);
  if (shares.length < 2) return null;
  const foot = levelFoot(shares);
  const y = (share: number): number => 2 + (1 - (share - foot) / (1 - foot)) * (HEIGHT - 4);
  const points = shares.map((share, index) => [(index / (shares.length - 1)) * (WIDTH - 4) + 2, y(share)]);
  return (
    <svg
      className={(shares.at(-1) ?? 1) < target ? "spark spark-under" : "spark"}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t("board.trend", { levels: shares.map((share) => formats.share(share, 0)).join(", ") })}
    >
      <line className="spark-target" x1="0" x2={WIDTH} y1={y(target)} y2={y(target)} />
      <polyline className="spark-line" points={points.map((point) => point.join(",")).join(" ")} />
    </svg>
  );
}
