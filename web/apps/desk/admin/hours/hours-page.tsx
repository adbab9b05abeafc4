import { useQuery } from "@tanstack/react-query";
import type { Calendar } from "@vera/contracts/tenants";
import { listCalendars } from "../../../../shared/api/admin/calendars.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { useMe } from "../../session/me-context.ts";
import { ResourcePage } from "../kit/resource-page.tsx";
import { CalendarDrawer } from "./calendar-drawer.tsx";
import { OpenNow } from "./open-now.tsx";
import { summaryOf } from "./week.ts";

/** When each organism, queue or flow is open. */
export function HoursPage() {
  const { t } = useTranslation();
  const { can, tenantName } = useMe();
  const calendars = useQuery({
    queryKey: ["admin-calendars"],
    queryFn: listCalendars,
    select: (reply): readonly Calendar[] => reply.calendars,
  });
  const short = (day: number): string => t(`adminOrganisms.weekdayShort.${day}`);
  const hoursOf = (calendar: Calendar): string => {
    if (calendar.alwaysOpen) return t("adminOrganisms.hours.always");
    const groups = summaryOf(calendar.blocks);
    if (groups.length === 0) return t("adminOrganisms.hours.never");
    return groups
      .map(({ days, hours }) => {
        const [first = 1, last = first] = [days[0], days.at(-1)];
        return `${first === last ? short(first) : `${short(first)}–${short(last)}`} ${hours}`;
      })
      .join(" · ");
  };
  return (
    <ResourcePage
      area="hours"
      title={t("admin.area.hours")}
      query={calendars}
      rowKey={(calendar) => calendar.id}
      tenantOf={(calendar) => calendar.tenantId}
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (calendar) => calendar.name,
          cell: (calendar) => (
            <>
              <b>{calendar.name}</b>{" "}
              {calendar.isDefault && <Tag tone="neutral">{t("adminOrganisms.hours.default")}</Tag>}
              <span className="table-second">{tenantName(calendar.tenantId)}</span>
            </>
          ),
        },
        { id: "hours", header: t("adminOrganisms.hours.hours"), value: hoursOf },
        {
          id: "exceptions",
          header: t("adminOrganisms.hours.exceptions"),
          value: (calendar) => calendar.exceptions.length,
          number: true,
          extra: true,
        },
        {
          id: "now",
          header: t("adminOrganisms.hours.now"),
          value: () => null,
          cell: (calendar) => <OpenNow calendarId={calendar.id} />,
        },
      ]}
      empty={t("adminOrganisms.hours.empty")}
      add={can("hours.manage") ? t("adminOrganisms.hours.add") : null}
      twoLines
      drawer={(calendar, controls) => (
        <CalendarDrawer key={calendar?.id ?? "new"} calendar={calendar} controls={controls} />
      )}
    />
  );
}
