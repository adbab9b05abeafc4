import type { Disposition } from "@vera/contracts/conversations";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";

/** What came of it, as each agent typed it; the last one stands first. */
export function DispositionFacts({ dispositions }: { dispositions: readonly Disposition[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const ordered = [...dispositions].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section>
      <h2 className="h2">{t("interactions.disposition")}</h2>
      {ordered.length === 0 && <p className="sm dim">{t("interactions.noDisposition")}</p>}
      {ordered.map((disposition) => (
        <div key={disposition.id} className="stack-tight">
          <p>
            <b>{disposition.outcomeName}</b>
          </p>
          <p className="sm mut">{disposition.topicPath.join(" › ")}</p>
          {disposition.summary && <p className="interaction-summary">{disposition.summary}</p>}
          <p className="sm dim">
            {t("interactions.by", {
              name: disposition.agentName ?? t("interactions.nobody"),
              when: formats.whenWithDay(disposition.at),
            })}
          </p>
        </div>
      ))}
    </section>
  );
}
