import type { CompetenceAnswer } from "@vera/contracts/competence";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import "./competence-note.css";

/** Who is competent, by which norm, and the sentence to say; a live region, for it changes while one types. */
export function CompetenceNote({ answer }: { answer: CompetenceAnswer | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="full competence-note" role="status">
      {answer?.office && (
        <>
          <p>
            {t("agentDesk.ticket.competent")} <b>{answer.office.name}</b>{" "}
            <span className="mut">{answer.office.tenantName}</span>
          </p>
          {answer.sentence ? (
            <p>«{answer.sentence}»</p>
          ) : (
            <p className="mut">{t("agentDesk.ticket.fallback")}</p>
          )}
          {answer.norm && (
            <p className="sm mut">
              {t("agentDesk.ticket.norm")}: {answer.norm}
            </p>
          )}
          {answer.depends.length > 0 && (
            <>
              <p className="sm">{t("agentDesk.ticket.depends")}</p>
              <ul className="sm mut">
                {answer.depends.map(({ legalOwner, office }) => (
                  <li key={legalOwner}>
                    {t(`ui.legalOwner.${legalOwner}`)}: {office.name}, {office.tenantName}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}
