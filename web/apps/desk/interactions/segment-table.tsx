import type { Segment } from "@vera/contracts/conversations";
import { formatClock } from "../../../shared/format/clock.ts";
import { formatTimeWithSeconds } from "../../../shared/format/when.ts";
import { useFormats, ZONE } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useNow } from "../../../shared/ui/use-now.ts";
import { SEGMENT_TONES } from "./segment-tones.ts";
import "../../../shared/ui/data-table.css";

/** Every slice with its exact time, also the short ones that the ribbon cannot show. */
export function SegmentTable({ segments }: { segments: readonly Segment[] }) {
  const { t } = useTranslation();
  const ordered = [...segments].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  return (
    <table className="table">
      <caption className="vh">{t("interactions.segments")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("interactions.segmentCol.kind")}</th>
          <th scope="col">{t("interactions.segmentCol.who")}</th>
          <th scope="col" className="num">
            {t("interactions.segmentCol.from")}
          </th>
          <th scope="col" className="num">
            {t("interactions.segmentCol.lasted")}
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((segment) => (
          <SegmentLine key={segment.id} segment={segment} />
        ))}
      </tbody>
    </table>
  );
}

function SegmentLine({ segment }: { segment: Segment }) {
  const { t, locale } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { kind, startedAt, endedAt, queueOutcome } = segment;
  const lasted = (endedAt ? Date.parse(endedAt) : now) - Date.parse(startedAt);
  return (
    <tr>
      <td>
        <span className={`segment-kind ribbon-tone-${SEGMENT_TONES[kind]}`}>
          <span className="ribbon-bar" />
          {t(`interactions.segment.${kind}`)}
        </span>
      </td>
      <td>
        {[
          segment.agentName ?? segment.queueName,
          queueOutcome && t(`interactions.queueOutcome.${queueOutcome}`),
        ]
          .filter(Boolean)
          .join(" · ")}
      </td>
      <td className="num" title={formats.exact(startedAt)}>
        {formatTimeWithSeconds(new Date(startedAt), locale, ZONE)}
      </td>
      <td className="num">
        {formatClock(lasted)}
        {!endedAt && <span className="table-second">{t("interactions.running")}</span>}
      </td>
    </tr>
  );
}
