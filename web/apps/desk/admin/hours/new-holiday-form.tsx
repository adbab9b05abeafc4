import type { Holiday } from "@vera/contracts/tenants";
import { addPublicHoliday, addTenantHoliday } from "../../../../shared/api/admin/calendars.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import type { DrawerControls } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { readWallTime } from "./wall-time.ts";

interface HolidayFields {
  scope: Holiday["scope"];
  tenantId: string;
  includesDescendants: boolean;
  area: string;
  day: string;
  name: string;
  partial: boolean;
  closedFrom: string;
  closedUntil: string;
}

/** A day off of one organism; whoever manages the installation adds public ones too. */
export function NewHolidayForm({ controls }: { controls: DrawerControls }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const home = useHomeTenant("hours.manage");
  const changed = useChanged("admin-holidays", "admin-open-state");
  const scopes: Holiday["scope"][] = can("system.manage")
    ? ["tenant", "nation", "province", "locality"]
    : ["tenant"];
  const timeWrong = (typed: string): string | null =>
    typed.trim() === "" || readWallTime(typed) ? null : t("adminOrganisms.holidays.timeWrong");
  const form = useAdminForm<HolidayFields, Holiday>({
    initial: {
      scope: "tenant",
      tenantId: home,
      includesDescendants: false,
      area: "",
      day: "",
      name: "",
      partial: false,
      closedFrom: "",
      closedUntil: "",
    },
    check: ({ name, day, scope, area, partial, closedFrom, closedUntil }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      day: day === "" ? t("admin.rule.required") : null,
      area:
        (scope === "province" || scope === "locality") && area.trim() === ""
          ? t("admin.rule.required")
          : null,
      closedFrom:
        partial && closedFrom.trim() === "" && closedUntil.trim() === ""
          ? t("adminOrganisms.holidays.partMissing")
          : timeWrong(closedFrom),
      closedUntil: timeWrong(closedUntil),
    }),
    save: saveHoliday,
    onSaved: async (saved) => {
      await changed();
      controls.open(saved.id);
      return undefined;
    },
    keys: { holidayExists: "day", holidayArea: "area", spanBackwards: "closedUntil" },
  });
  const { scope, partial } = form.fields;
  return (
    <Drawer title={t("adminOrganisms.holidays.new")} onClose={controls.close}>
      <FormPanel form={form} verb={t("adminOrganisms.holidays.add")}>
        <TextField {...form.text("name")} label={t("admin.name")} maxLength={240} autoComplete="off" />
        <TextField {...form.text("day")} label={t("adminOrganisms.holidays.day")} type="date" />
        {scopes.length > 1 && (
          <Select
            label={t("adminOrganisms.holidays.kind")}
            value={scope}
            options={scopes.map((value) => ({ value, label: t(`adminOrganisms.holidays.scope.${value}`) }))}
            onChange={(next) => form.set({ scope: next as Holiday["scope"] })}
          />
        )}
        {scope === "tenant" && (
          <>
            <TenantField permission="hours.manage" {...form.text("tenantId")} />
            <Checkbox {...form.tick("includesDescendants")}>{t("adminOrganisms.holidays.below")}</Checkbox>
          </>
        )}
        {(scope === "province" || scope === "locality") && (
          <TextField
            {...form.text("area")}
            label={t(`adminOrganisms.holidays.areaOf.${scope}`)}
            hint={t(`adminOrganisms.holidays.areaHint.${scope}`)}
            autoComplete="off"
          />
        )}
        <Checkbox {...form.tick("partial")}>{t("adminOrganisms.holidays.partial")}</Checkbox>
        {partial && (
          <div className="form-grid">
            <TextField
              {...form.text("closedFrom")}
              label={t("adminOrganisms.holidays.closedFrom")}
              placeholder="13:00"
              inputMode="numeric"
            />
            <TextField
              {...form.text("closedUntil")}
              label={t("adminOrganisms.holidays.closedUntil")}
              placeholder="24:00"
              inputMode="numeric"
            />
          </div>
        )}
      </FormPanel>
    </Drawer>
  );
}

async function saveHoliday(fields: HolidayFields): Promise<Holiday> {
  const { scope, tenantId, includesDescendants, area, day, name, partial } = fields;
  const holiday = {
    day,
    name: name.trim(),
    closedFrom: partial ? readWallTime(fields.closedFrom) : null,
    closedUntil: partial ? readWallTime(fields.closedUntil) : null,
  };
  if (scope === "tenant") return addTenantHoliday({ tenantId, includesDescendants, ...holiday });
  return addPublicHoliday({ scope, area: scope === "nation" ? null : area.trim(), ...holiday });
}
