import { useQuery } from "@tanstack/react-query";
import { listCalendars } from "../../../../shared/api/admin/calendars.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import type { QueueForm } from "./queue-form.ts";

/** Name, whose it is, when it is open. */
export function QueueStart({ form, isNew }: { form: QueueForm; isNew: boolean }) {
  const { t } = useTranslation();
  const { tenantId } = form.fields;
  const calendars = useQuery({ queryKey: ["admin-calendars"], queryFn: listCalendars });
  const known = (calendars.data?.calendars ?? []).filter(
    (calendar) => calendar.tenantId === tenantId || calendar.id === form.fields.calendarId,
  );
  return (
    <FormSection title={t("adminService.queues.start")}>
      <TextField {...form.text("name")} label={t("admin.name")} autoComplete="off" maxLength={120} />
      {isNew && (
        <TenantField
          permission="queue.manage"
          {...form.text("tenantId")}
          onChange={(next) =>
            // Skills, hours and the overflow are an organism's own.
            form.set({
              tenantId: next,
              calendarId: "",
              overflowQueueId: "",
              requirements: [{ skillId: "", minimumLevel: 1 }],
              relaxSteps: [],
            })
          }
        />
      )}
      <Select
        {...form.text("calendarId")}
        label={t("adminService.queues.calendar")}
        placeholder={t("adminService.queues.anyTime")}
        options={known.map((calendar) => ({ value: calendar.id, label: calendar.name }))}
      />
      <Checkbox {...form.tick("active")}>{t("adminService.queues.active")}</Checkbox>
    </FormSection>
  );
}
