import { useQuery } from "@tanstack/react-query";
import { readMyDay } from "../../../../shared/api/my-day.ts";
import { formatClock } from "../../../../shared/format/clock.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";

/** "Tu jornada", pinned at the foot of the column. */
export function MyDay() {
  const { t } = useTranslation();
  const formats = useFormats();
  const day = useQuery({ queryKey: ["my-day"], queryFn: readMyDay, refetchInterval: 30_000 });
  const data = day.data;
  const average = data && data.handled > 0 ? formatClock(data.handleMs / data.handled) : "–";
  return (
    <section className="day" aria-label={t("agentDesk.day.title")}>
      <h2 className="h2">{t("agentDesk.day.title")}</h2>
      <dl>
        <div>
          <dt>{t("agentDesk.day.handled")}</dt>
          <dd>{data ? formats.count(data.handled) : "–"}</dd>
        </div>
        <div>
          <dt>{t("agentDesk.day.average")}</dt>
          <dd>{average}</dd>
        </div>
        <div>
          <dt>{t("agentDesk.day.paused")}</dt>
          <dd>{data ? formatClock(data.pausedMs) : "–"}</dd>
        </div>
      </dl>
    </section>
  );
}
