import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { type HalfHour, levelFoot, roundTop } from "./half-hours.ts";
import { shareOf } from "./sum-figures.ts";

// Geometry of the two panels that share the time axis, in pixels.
const LEFT = 44;
const RIGHT = 44;
const TOP = 10;
const FOOT = 20;
/** Of the height without the times: the level, a gap, the calls. */
const LEVEL_SHARE = 0.3;
const GAP = 16;
const SHORTEST = 120;
const WIDEST_BAR = 34;
/** A young day begins at the left and leaves room for what comes. */
const FEWEST = 8;

interface HalfHourChartProps {
  rows: readonly HalfHour[];
  target: number;
  zone: string;
  /** CSS pixels. */
  width: number;
  height: number;
}

/** Level as a line with its target over bars from zero; under the target a filled diamond, over it a ring. */
export function HalfHourChart({ rows, target, zone, width, height: room }: HalfHourChartProps) {
  const finding = useFinding(rows, { target, zone });
  const step = (width - LEFT - RIGHT) / Math.max(rows.length, FEWEST);
  const x = (index: number): number => LEFT + step * (index + 0.5);
  const height = Math.max(room, SHORTEST);
  const levelBottom = TOP + (height - TOP - FOOT) * LEVEL_SHARE;
  const parts = { rows, x, width, zone };
  return (
    <svg width={width} height={height} role="img" aria-label={finding}>
      <defs>
        <pattern
          id="chart-hatch"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2.4" height="5" className="chart-hatch" />
        </pattern>
      </defs>
      <LevelPanel {...parts} target={target} top={TOP} bottom={levelBottom} />
      <CallsPanel
        {...parts}
        top={levelBottom + GAP}
        bottom={height - FOOT}
        barWidth={Math.min(WIDEST_BAR, step * 0.62)}
      />
    </svg>
  );
}

interface PanelProps {
  rows: readonly HalfHour[];
  x: (index: number) => number;
  width: number;
  zone: string;
  top: number;
  bottom: number;
}

function LevelPanel({ rows, x, width, zone, top, bottom, target }: PanelProps & { target: number }) {
  const { t } = useTranslation();
  const formats = useFormats(zone);
  const points = rows.flatMap((row, index) => {
    const share = shareOf(row.serviceLevel);
    return share === null ? [] : [{ row, share, x: x(index) }];
  });
  const foot = levelFoot(points.map(({ share }) => share));
  const y = (share: number): number => bottom - ((share - foot) / (1 - foot)) * (bottom - top);
  return (
    <g>
      {[1, foot].map((share) => (
        <GridLine key={share} y={y(share)} width={width} word={formats.share(share, 0)} />
      ))}
      <line className="chart-target" x1={LEFT} x2={width - RIGHT} y1={y(target)} y2={y(target)} />
      <text className="chart-text chart-target-word" x={width - RIGHT + 6} y={y(target) + 4}>
        {formats.share(target, 0)}
      </text>
      <polyline
        className="chart-level"
        points={points.map((point) => `${point.x},${y(point.share)}`).join(" ")}
      />
      {points.map(({ row, share, x: at }) => (
        <g key={row.start} transform={`translate(${at} ${y(share)})`}>
          <title>
            {t("board.chart.point", {
              time: formats.time(new Date(row.start).toISOString()),
              level: formats.share(share),
              part: row.serviceLevel.numerator,
              whole: row.serviceLevel.denominator,
            })}
          </title>
          {share < target ? (
            <path className="chart-under" d="M0 -5.5 5.5 0 0 5.5 -5.5 0Z" />
          ) : (
            <circle className="chart-point" r="3.5" />
          )}
        </g>
      ))}
    </g>
  );
}

function CallsPanel({ rows, x, width, zone, top, bottom, barWidth }: PanelProps & { barWidth: number }) {
  const { t } = useTranslation();
  const formats = useFormats(zone);
  const most = roundTop(Math.max(...rows.map((row) => row.answered + row.abandoned)));
  const y = (calls: number): number => bottom - (calls / most) * (bottom - top);
  const timeOf = (row: HalfHour): string => formats.time(new Date(row.start).toISOString());
  return (
    <g>
      {[most, most / 2, 0].map((calls) => (
        <GridLine key={calls} y={y(calls)} width={width} word={formats.count(calls)} />
      ))}
      {rows.map((row, index) => {
        const [middle, foot] = [x(index), y(row.answered)];
        const lost = foot - y(row.answered + row.abandoned);
        return (
          <g key={row.start}>
            <title>
              {t("board.chart.bar", {
                time: timeOf(row),
                answered: row.answered,
                abandoned: row.abandoned,
              })}
            </title>
            <rect
              className="chart-answered"
              x={middle - barWidth / 2}
              y={foot}
              width={barWidth}
              height={bottom - foot}
            />
            {row.abandoned > 0 && (
              <rect
                className="chart-abandoned"
                x={middle - barWidth / 2 + 0.5}
                y={foot - Math.max(lost, 2) - 1}
                width={barWidth - 1}
                height={Math.max(lost, 2)}
              />
            )}
            <text className="chart-text chart-time" x={middle} y={bottom + 15}>
              {timeOf(row)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function GridLine({ y, width, word }: { y: number; width: number; word: string }) {
  return (
    <g>
      <line className="chart-grid" x1={LEFT} x2={width - RIGHT} y1={y} y2={y} />
      <text className="chart-text chart-axis" x={LEFT - 6} y={y + 4}>
        {word}
      </text>
    </g>
  );
}

/** What the drawing says, in a sentence. */
function useFinding(rows: readonly HalfHour[], { target, zone }: { target: number; zone: string }): string {
  const { t } = useTranslation();
  const formats = useFormats(zone);
  const levels = rows.map((row) => shareOf(row.serviceLevel)).filter((share) => share !== null);
  const total = (of: (row: HalfHour) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  return t("board.chart.finding", {
    from: formats.time(new Date(rows[0]?.start ?? 0).toISOString()),
    answered: formats.count(total((row) => row.answered)),
    abandoned: formats.count(total((row) => row.abandoned)),
    target: formats.share(target, 0),
    under: levels.filter((share) => share < target).length,
    counted: levels.length,
  });
}
