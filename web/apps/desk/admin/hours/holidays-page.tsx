import { useQuery } from "@tanstack/react-query";
import type { Holiday } from "@vera/contracts/tenants";
import { useState } from "react";
import { listHolidays, removeHoliday } from "../../../../shared/api/admin/calendars.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FilterSelect } from "../kit/filter-select.tsx";
import { ResourcePage } from "../kit/resource-page.tsx";
import { useChanged } from "../kit/use-changed.ts";
import { NewHolidayForm } from "./new-holiday-form.tsx";
import { useDays } from "./use-days.ts";

const SCOPES = ["nation", "province", "locality", "tenant"] as const;
const YEARS_AROUND = [-1, 0, 1, 2];

/** Days off of the nation, the province, a locality or one organism, whole or in part. */
export function HolidaysPage() {
  const { t } = useTranslation();
  const { can, tenantName } = useMe();
  const days = useDays();
  const thisYear = new Date().getFullYear();
  const [year, setYear] = useState(String(thisYear));
  const [scope, setScope] = useState("");
  const holidays = useQuery({
    queryKey: ["admin-holidays", year],
    queryFn: () => listHolidays({ from: `${year || thisYear}-01-01`, to: `${year || thisYear + 1}-12-31` }),
    select: (reply): readonly Holiday[] => reply.holidays,
  });
  const where = ({ tenantId, area, includesDescendants, scope: kind }: Holiday): string => {
    if (tenantId) {
      const name = tenantName(tenantId);
      return includesDescendants ? t("adminOrganisms.holidays.andBelow", { name }) : name;
    }
    return kind === "nation" ? t("adminOrganisms.holidays.everywhere") : (area ?? "");
  };
  const partOf = ({ closedFrom, closedUntil }: Holiday): string => {
    if (closedFrom && closedUntil)
      return t("adminOrganisms.holidays.between", { from: closedFrom, until: closedUntil });
    if (closedFrom) return t("adminOrganisms.holidays.from", { from: closedFrom });
    return closedUntil
      ? t("adminOrganisms.holidays.until", { until: closedUntil })
      : t("adminOrganisms.hours.wholeDay");
  };
  return (
    <ResourcePage
      area="holidays"
      title={t("admin.area.holidays")}
      about={t("adminOrganisms.holidays.about")}
      query={holidays}
      rowKey={(holiday) => holiday.id}
      tenantOf={(holiday) => holiday.tenantId}
      keep={(holiday) => scope === "" || holiday.scope === scope}
      sort={{ columnId: "day", direction: "ascending" }}
      filters={
        <>
          <FilterSelect
            label={t("adminOrganisms.holidays.year")}
            all={t("adminOrganisms.holidays.twoYears")}
            value={year}
            options={YEARS_AROUND.map((step) => ({
              value: String(thisYear + step),
              label: String(thisYear + step),
            }))}
            onChange={setYear}
          />
          <FilterSelect
            label={t("adminOrganisms.holidays.kind")}
            all={t("adminOrganisms.holidays.anyKind")}
            value={scope}
            options={SCOPES.map((value) => ({ value, label: t(`adminOrganisms.holidays.scope.${value}`) }))}
            onChange={setScope}
          />
        </>
      }
      columns={[
        {
          id: "day",
          header: t("adminOrganisms.holidays.day"),
          value: (holiday) => holiday.day,
          cell: (holiday) => <b className="nw">{days.day(holiday.day)}</b>,
        },
        { id: "name", header: t("admin.name"), value: (holiday) => holiday.name },
        {
          id: "kind",
          header: t("adminOrganisms.holidays.kind"),
          value: (holiday) => t(`adminOrganisms.holidays.scope.${holiday.scope}`),
          extra: true,
        },
        { id: "where", header: t("adminOrganisms.holidays.where"), value: where },
        { id: "part", header: t("adminOrganisms.holidays.closed"), value: partOf },
      ]}
      empty={t("adminOrganisms.holidays.empty")}
      add={can("hours.manage") ? t("adminOrganisms.holidays.add") : null}
      drawer={(holiday, controls) =>
        holiday === null ? (
          <NewHolidayForm controls={controls} />
        ) : (
          <HolidayDrawer
            key={holiday.id}
            holiday={holiday}
            facts={[
              [t("adminOrganisms.holidays.kind"), t(`adminOrganisms.holidays.scope.${holiday.scope}`)],
              [t("adminOrganisms.holidays.where"), where(holiday)],
              [t("adminOrganisms.holidays.closed"), partOf(holiday)],
            ]}
            onClose={controls.close}
          />
        )
      }
    />
  );
}

interface HolidayDrawerProps {
  holiday: Holiday;
  facts: readonly (readonly [string, string])[];
  onClose: () => void;
}

function HolidayDrawer({ holiday, facts, onClose }: HolidayDrawerProps) {
  const { t } = useTranslation();
  const { can, canIn } = useMe();
  const days = useDays();
  const changed = useChanged("admin-holidays", "admin-open-state");
  const mayRemove = holiday.tenantId ? canIn("hours.manage", holiday.tenantId) : can("system.manage");
  return (
    <Drawer title={holiday.name} second={days.day(holiday.day)} onClose={onClose}>
      <div className="drawer-body">
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div className="facts-row" key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {mayRemove ? (
          <div>
            <ConfirmButton
              verb={t("admin.remove")}
              question={t("adminOrganisms.holidays.removeAsk", { name: holiday.name })}
              explain={t("adminOrganisms.holidays.removeExplain")}
              act={() => removeHoliday(holiday.id)}
              onDone={() => {
                onClose();
                void changed(t("admin.removed"));
              }}
            />
          </div>
        ) : (
          <p className="sm dim">{t("adminOrganisms.holidays.fromAbove")}</p>
        )}
      </div>
    </Drawer>
  );
}
