import { Link, useLocation } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { areaAt } from "./area-at.ts";
import { type Area, GROUPS } from "./areas.ts";

/** What I may administer, by groups. */
export function AdminNav({ areas }: { areas: readonly Area[] }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const open = areaAt(areas, location);
  return (
    <nav className="admin-nav" aria-label={t("admin.areas")}>
      {GROUPS.map((group) => {
        const members = areas.filter((area) => area.group === group && !area.under);
        if (members.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`admin-group-${group}`}>
            <h2 className="lab" id={`admin-group-${group}`}>
              {t(`admin.group.${group}`)}
            </h2>
            {members.map((area) => (
              <Link
                key={area.id}
                href={`/admin/${area.id}`}
                className="admin-link"
                aria-current={(open?.under ?? open?.id) === area.id ? "page" : undefined}
              >
                {t(`admin.area.${area.id}`)}
              </Link>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
