import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";

export function EmptyCitizenPanel() {
  const { t } = useTranslation();
  return (
    <aside className="desk-col desk-citizen" aria-label={t("agentDesk.citizen.region")}>
      <EmptyState>{t("agentDesk.citizen.nobody")}</EmptyState>
    </aside>
  );
}
