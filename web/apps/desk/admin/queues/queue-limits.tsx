import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { NumberField } from "../kit/number-field.tsx";
import type { QueueForm } from "./queue-form.ts";
import { useQueues } from "./use-queues.ts";

/** When it is too long: how many, how long, where to, and calling back. */
export function QueueLimits({ form, queueId }: { form: QueueForm; queueId: string | null }) {
  const { t } = useTranslation();
  const { fields, set, error } = form;
  const others = useQueues().filter(
    (queue) => queue.tenantId === fields.tenantId && queue.id !== queueId && queue.active,
  );
  return (
    <FormSection title={t("adminService.queues.limits")}>
      <div className="form-grid">
        <NumberField
          label={t("adminService.queues.maxWaiting")}
          placeholder={t("adminService.queues.noLimit")}
          min={1}
          value={fields.maxWaiting}
          onChange={(maxWaiting) => set({ maxWaiting })}
          error={error("maxWaiting")}
        />
        <NumberField
          label={t("adminService.queues.maxWait")}
          placeholder={t("adminService.queues.noLimit")}
          min={1}
          value={fields.maxWaitSeconds}
          onChange={(maxWaitSeconds) => set({ maxWaitSeconds })}
          error={error("maxWaitSeconds")}
        />
      </div>
      <Select
        {...form.text("overflowQueueId")}
        label={t("adminService.queues.overflow")}
        placeholder={t("adminService.queues.overflowFlow")}
        options={others.map((queue) => ({
          value: queue.id,
          label: t("adminService.queues.overflowQueue", { name: queue.name }),
        }))}
      />
      <Checkbox {...form.tick("callbacks")}>{t("adminService.queues.callbacks")}</Checkbox>
    </FormSection>
  );
}
