import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import type { HalfHour } from "./half-hours.ts";
import { shareOf } from "./sum-figures.ts";
import "../../../shared/ui/data-table.css";

/** The table that made the drawing, newest first. */
export function HalfHourTable({ rows, zone }: { rows: readonly HalfHour[]; zone: string }) {
  const { t } = useTranslation();
  const formats = useFormats(zone);
  return (
    // Scrolled by keyboard too, so it can take the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className="table-scroll" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("board.chart.halfHour")}</th>
            <th scope="col" className="num">
              {t("board.chart.answered")}
            </th>
            <th scope="col" className="num">
              {t("board.chart.abandoned")}
            </th>
            <th scope="col" className="num">
              {t("board.chart.level")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ start, answered, abandoned, serviceLevel }) => (
            <tr key={start}>
              <td>{formats.time(new Date(start).toISOString())}</td>
              <td className="num">{formats.count(answered)}</td>
              <td className="num">{formats.count(abandoned)}</td>
              <td className="num">
                {formats.share(shareOf(serviceLevel))}{" "}
                <span className="dim">
                  {t("board.of", { part: serviceLevel.numerator, whole: serviceLevel.denominator })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
