import { useTranslation } from "../i18n/use-translation.ts";
import "./skeleton.css";

/** Nothing for 150 ms, then lines in the geometry of what comes, after 3 s a sentence. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  const rows = Array.from({ length: lines }, (_, index) => index);
  return (
    <div className="skeleton" role="status" aria-label={t("ui.loading")}>
      {rows.map((row) => (
        <div className="skeleton-line" key={row} />
      ))}
      <span className="skeleton-slow">{t("ui.loadingSlow")}</span>
    </div>
  );
}
