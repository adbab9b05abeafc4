import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Tag } from "../../../../shared/ui/tag.tsx";

/** "Activa" needs no colour: what is off is said, what is on is the rule. */
export function ActiveTag({ active }: { active: boolean }) {
  const { t } = useTranslation();
  return active ? (
    <span className="mut">{t("admin.active")}</span>
  ) : (
    <Tag tone="off">{t("admin.inactive")}</Tag>
  );
}
