import { Link, useLocation } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { areaAt } from "./area-at.ts";
import type { Area } from "./areas.ts";
import "../../../shared/ui/tabs.css";

/** Areas that are looked at together: hours and holidays; trunks, routes and what may be dialled. */
export function AreaTabs({ areas }: { areas: readonly Area[] }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const open = areaAt(areas, location);
  const head = open?.under ?? open?.id;
  const together = areas.filter((area) => area.id === head || area.under === head);
  if (together.length < 2 || !head) return null;
  return (
    <nav className="tabs admin-tabs" aria-label={t(`admin.area.${head}`)}>
      {together.map((area) => (
        <Link
          key={area.id}
          href={`/admin/${area.id}`}
          className="tab"
          aria-current={area.id === open?.id ? "page" : undefined}
        >
          {t(`admin.tab.${area.id}`)}
        </Link>
      ))}
    </nav>
  );
}
