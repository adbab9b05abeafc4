import { WRAP_UP_MODES, type WrapUpMode } from "@vera/contracts/routing";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../shared/ui/select.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { NumberField } from "../kit/number-field.tsx";
import type { QueueForm } from "./queue-form.ts";

/** How long it rings, what follows a contact, and what counts as in time. */
export function QueueWork({ form }: { form: QueueForm }) {
  const { t } = useTranslation();
  const { fields, set, error } = form;
  const timed = fields.wrapUpMode === "mandatory-timed" || fields.wrapUpMode === "optional";
  return (
    <>
      <FormSection title={t("adminService.queues.wrapUp")}>
        <Select
          label={t("adminService.queues.mode")}
          value={fields.wrapUpMode}
          options={WRAP_UP_MODES.map((value) => ({
            value,
            label: t(`adminService.queues.wrapUpMode.${value}`),
          }))}
          onChange={(mode) => set({ wrapUpMode: mode as WrapUpMode })}
          hint={t(`adminService.queues.wrapUpAbout.${fields.wrapUpMode}`)}
          error={error("wrapUpMode")}
        />
        {timed && (
          <div className="form-grid">
            <NumberField
              label={t("adminService.queues.wrapUpSeconds")}
              min={1}
              max={3600}
              value={fields.wrapUpSeconds}
              onChange={(wrapUpSeconds) => set({ wrapUpSeconds })}
              error={error("wrapUpSeconds")}
            />
            <NumberField
              label={t("adminService.queues.extensions")}
              hint={t("adminService.queues.extensionsHint")}
              min={0}
              max={10}
              value={fields.wrapUpExtensions}
              onChange={(wrapUpExtensions) => set({ wrapUpExtensions })}
            />
          </div>
        )}
      </FormSection>
      <FormSection title={t("adminService.queues.times")}>
        <div className="form-grid">
          <NumberField
            label={t("adminService.queues.offerSeconds")}
            hint={t("adminService.queues.offerHint")}
            min={5}
            max={120}
            value={fields.offerSeconds}
            onChange={(offerSeconds) => set({ offerSeconds })}
            error={error("offerSeconds")}
          />
          <NumberField
            label={t("adminService.queues.serviceLevel")}
            hint={t("adminService.queues.serviceLevelHint")}
            min={1}
            max={3600}
            value={fields.serviceLevelSeconds}
            onChange={(serviceLevelSeconds) => set({ serviceLevelSeconds })}
            error={error("serviceLevelSeconds")}
          />
          <NumberField
            label={t("adminService.queues.shortAbandon")}
            hint={t("adminService.queues.shortAbandonHint")}
            min={0}
            max={120}
            value={fields.shortAbandonSeconds}
            onChange={(shortAbandonSeconds) => set({ shortAbandonSeconds })}
            error={error("shortAbandonSeconds")}
          />
        </div>
      </FormSection>
    </>
  );
}
