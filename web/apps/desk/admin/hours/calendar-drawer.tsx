import type { Calendar } from "@vera/contracts/tenants";
import { type ReactNode, useState } from "react";
import { changeCalendar, createCalendar, removeCalendar } from "../../../../shared/api/admin/calendars.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { TabPanel } from "../../../../shared/ui/tab-panel.tsx";
import { Tabs } from "../../../../shared/ui/tabs.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { FormSection } from "../kit/form-section.tsx";
import type { DrawerControls } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { CalendarExceptions } from "./calendar-exceptions.tsx";
import { OpenPreview } from "./open-preview.tsx";
import { blocksOf, spansProblem, WEEKDAYS, type Week, weekOf } from "./week.ts";
import { WeekFields } from "./week-fields.tsx";

interface CalendarDrawerProps {
  calendar: Calendar | null;
  controls: DrawerControls;
}

export function CalendarDrawer({ calendar, controls }: CalendarDrawerProps) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const [tab, setTab] = useState<"week" | "exceptions">("week");
  return (
    <Drawer
      title={calendar?.name ?? t("adminOrganisms.hours.new")}
      second={calendar && tenantName(calendar.tenantId)}
      onClose={controls.close}
      wide
    >
      {calendar && (
        <>
          <OpenPreview calendar={calendar} />
          <Tabs
            group="calendar"
            label={calendar.name}
            tabs={(["week", "exceptions"] as const).map((id) => ({
              id,
              label: t(`adminOrganisms.hours.tab.${id}`),
            }))}
            value={tab}
            onChange={setTab}
          />
        </>
      )}
      {tab === "week" ? (
        <Panel calendar={calendar}>
          <CalendarForm calendar={calendar} controls={controls} />
        </Panel>
      ) : (
        calendar && (
          <Panel calendar={calendar} id="exceptions">
            <CalendarExceptions calendar={calendar} />
          </Panel>
        )
      )}
    </Drawer>
  );
}

interface PanelProps {
  calendar: Calendar | null;
  id?: string;
  children: ReactNode;
}

/** A new calendar has no tabs yet, so nothing to be the panel of. */
function Panel({ calendar, id = "week", children }: PanelProps) {
  if (!calendar) return children;
  return (
    <TabPanel group="calendar" id={id} className="drawer-form">
      {children}
    </TabPanel>
  );
}

interface CalendarFields {
  tenantId: string;
  name: string;
  zone: string;
  alwaysOpen: boolean;
  observesHolidays: boolean;
  week: Week;
}

function CalendarForm({ calendar, controls }: CalendarDrawerProps) {
  const { t } = useTranslation();
  const home = useHomeTenant("hours.manage");
  const changed = useChanged("admin-calendars", "admin-open-state");
  const form = useAdminForm<CalendarFields, Calendar>({
    initial: fieldsOf(calendar, home),
    check: ({ name, week }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      week: WEEKDAYS.some((day) => spansProblem(week[day])) ? t("adminOrganisms.hours.weekWrong") : null,
    }),
    save: ({ tenantId, week, name, zone, ...rest }) => {
      const settings = { ...rest, name: name.trim(), blocks: blocksOf(week), zone: zone.trim() || null };
      return calendar ? changeCalendar(calendar.id, settings) : createCalendar({ tenantId, ...settings });
    },
    onSaved: async (saved) => {
      await changed();
      if (!calendar) controls.open(saved.id);
      return fieldsOf(saved, home);
    },
    keys: { calendarNameTaken: "name", unknownZone: "zone" },
  });
  return (
    <FormPanel
      form={form}
      {...(calendar ? {} : { verb: t("adminOrganisms.hours.add") })}
      foot={calendar && <CalendarActs calendar={calendar} onRemoved={controls.close} />}
    >
      <TextField {...form.text("name")} label={t("admin.name")} maxLength={120} autoComplete="off" />
      {!calendar && <TenantField permission="hours.manage" {...form.text("tenantId")} />}
      <Checkbox {...form.tick("alwaysOpen")}>{t("adminOrganisms.hours.alwaysOpen")}</Checkbox>
      {!form.fields.alwaysOpen && (
        <>
          <Checkbox {...form.tick("observesHolidays")}>{t("adminOrganisms.hours.observesHolidays")}</Checkbox>
          <FormSection title={t("adminOrganisms.hours.week")} hint={t("adminOrganisms.hours.weekHint")}>
            <WeekFields week={form.fields.week} onChange={(week) => form.set({ week })} />
            {form.error("week") && <p className="field-error">{form.error("week")}</p>}
          </FormSection>
        </>
      )}
      <TextField
        {...form.text("zone")}
        label={t("adminOrganisms.zone")}
        hint={t("adminOrganisms.hours.zoneHint")}
        spellCheck={false}
        autoComplete="off"
      />
    </FormPanel>
  );
}

function CalendarActs({ calendar, onRemoved }: { calendar: Calendar; onRemoved: () => void }) {
  const { t } = useTranslation();
  const changed = useChanged("admin-calendars");
  if (calendar.isDefault) return null;
  return (
    <>
      <ConfirmButton
        verb={t("admin.remove")}
        question={t("adminOrganisms.hours.removeAsk", { name: calendar.name })}
        explain={t("adminOrganisms.hours.removeExplain")}
        act={() => removeCalendar(calendar.id)}
        onDone={() => {
          onRemoved();
          void changed(t("admin.removed"));
        }}
      />
      <ConfirmButton
        danger={false}
        verb={t("adminOrganisms.hours.makeDefault")}
        question={t("adminOrganisms.hours.makeDefaultAsk", { name: calendar.name })}
        explain={t("adminOrganisms.hours.makeDefaultExplain")}
        act={async () => {
          await changeCalendar(calendar.id, { isDefault: true });
          await changed();
        }}
      />
    </>
  );
}

function fieldsOf(calendar: Calendar | null, home: string): CalendarFields {
  return {
    tenantId: calendar?.tenantId ?? home,
    name: calendar?.name ?? "",
    zone: calendar?.zone ?? "",
    alwaysOpen: calendar?.alwaysOpen ?? false,
    observesHolidays: calendar?.observesHolidays ?? true,
    week: weekOf(calendar?.blocks ?? []),
  };
}
