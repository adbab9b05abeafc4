import type { DrillDownItem, Kpi } from "@vera/contracts/reporting";
import { Link } from "wouter";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useMe } from "../session/me-context.ts";
import { useFigureWords } from "./use-figure-words.ts";
import "../../../shared/ui/data-table.css";

interface DrillDownTableProps {
  kpi: Kpi;
  items: readonly DrillDownItem[];
  /** All of them are here, so the sums are the number. */
  complete: boolean;
}

export function DrillDownTable({ kpi, items, complete }: DrillDownTableProps) {
  const { t } = useTranslation();
  const words = useFigureWords(kpi.unit);
  const sum = (of: (item: DrillDownItem) => number): number =>
    items.reduce((total, item) => total + of(item), 0);
  const [numerator, denominator] = [sum((item) => item.numerator), sum((item) => item.denominator)];
  const value = kpi.unit === "count" ? numerator : denominator === 0 ? null : numerator / denominator;
  return (
    <table className="table report-table">
      <caption className="vh">{words.in(kpi.name)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("reports.col.at")}</th>
          <th scope="col">{t("reports.col.queue")}</th>
          <th scope="col">{t("reports.col.agent")}</th>
          <th scope="col">{t("reports.col.outcome")}</th>
          <th scope="col" className="num">
            {words.in(kpi.numerator)}
          </th>
          {kpi.unit !== "count" && (
            <th scope="col" className="num">
              {words.in(kpi.denominator)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <DrillLine key={`${item.at} ${item.interactionId} ${String(index)}`} kpi={kpi} item={item} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4}>
            {t(complete ? "reports.sum" : "reports.sumSoFar", { count: items.length })}
            {complete && <b> {words.value(value)}</b>}
          </td>
          <td className="num">{words.numerator(numerator)}</td>
          {kpi.unit !== "count" && <td className="num">{words.denominator(denominator)}</td>}
        </tr>
      </tfoot>
    </table>
  );
}

function DrillLine({ kpi, item }: { kpi: Kpi; item: DrillDownItem }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { can } = useMe();
  const words = useFigureWords(kpi.unit);
  const when = formats.whenWithDay(item.at);
  const linked = item.interactionId !== null && can("interaction.read");
  return (
    <tr>
      <td title={formats.exact(item.at)}>
        {linked ? <Link href={`/interactions/${item.interactionId}`}>{when}</Link> : when}
      </td>
      <td>{item.queueName ?? "–"}</td>
      <td>{item.agentName ?? "–"}</td>
      <td>{t([`reports.outcome.${item.outcome}`, "reports.outcomeAsIs"], { outcome: item.outcome })}</td>
      <td className="num">{words.numerator(item.numerator)}</td>
      {kpi.unit !== "count" && <td className="num">{words.denominator(item.denominator)}</td>}
    </tr>
  );
}
