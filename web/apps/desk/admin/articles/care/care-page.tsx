import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { CareArticles } from "./care-articles.tsx";
import { CareFeedback } from "./care-feedback.tsx";
import { CareGaps } from "./care-gaps.tsx";
import "./care-page.css";

/** What keeps texts right: to be looked at, said to be wrong, asked and not found. */
export function CarePage() {
  const { t } = useTranslation();
  return (
    <main className="care-page" aria-label={t("admin.area.article-care")}>
      <h1>{t("admin.area.article-care")}</h1>
      <CareArticles />
      <CareFeedback />
      <CareGaps />
    </main>
  );
}
