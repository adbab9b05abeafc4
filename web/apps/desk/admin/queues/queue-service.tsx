import type { RelaxStep } from "@vera/contracts/routing-admin";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../shared/ui/select.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { RowList } from "../kit/row-list.tsx";
import type { QueueForm } from "./queue-form.ts";
import { RequirementRows } from "./requirement-rows.tsx";
import { useStrategies } from "./use-strategies.ts";
import "./queue-service.css";

/** A further step comes half a minute after the one before. */
const STEP_SECONDS = 30;

/** Who serves it, in what order, and how the demands give way. */
export function QueueService({ form }: { form: QueueForm }) {
  const { t } = useTranslation();
  const { fields, set, error } = form;
  const strategies = useStrategies();
  const about = strategies.find(({ name }) => name === fields.strategy)?.about;
  const stepsError = error("relaxSteps");
  return (
    <>
      <FormSection title={t("adminService.queues.serves")} hint={t("adminService.queues.servesHint")}>
        <RequirementRows
          label={t("adminService.queues.serves")}
          tenantId={fields.tenantId}
          rows={fields.requirements}
          onChange={(requirements) => set({ requirements })}
          least={1}
          error={error("requirements")}
        />
        <Select
          {...form.text("strategy")}
          label={t("adminService.queues.strategy")}
          options={strategies.map(({ name, label }) => ({ value: name, label }))}
          hint={about}
        />
        <div className="form-grid">
          <NumberField
            label={t("adminService.queues.priority")}
            hint={t("adminService.queues.priorityHint")}
            min={0}
            max={100}
            value={fields.priority}
            onChange={(priority) => set({ priority })}
            error={error("priority")}
          />
          <NumberField
            label={t("adminService.queues.ageing")}
            hint={t("adminService.queues.ageingHint")}
            min={0}
            max={100}
            step={0.1}
            value={fields.ageingPerMinute}
            onChange={(ageingPerMinute) => set({ ageingPerMinute })}
            error={error("ageingPerMinute")}
          />
        </div>
      </FormSection>
      <FormSection title={t("adminService.queues.steps")} hint={t("adminService.queues.stepsHint")}>
        <RowList<RelaxStep>
          label={t("adminService.queues.steps")}
          rows={fields.relaxSteps}
          onChange={(relaxSteps) => set({ relaxSteps })}
          most={10}
          fresh={(last) => ({
            afterSeconds: (last?.afterSeconds ?? 0) + STEP_SECONDS,
            requirements: last?.requirements ?? fields.requirements,
          })}
          add={t("adminService.queues.addStep")}
          takeOut={(index) => t("adminService.queues.takeStep", { number: index + 1 })}
          draw={(step, change, index) => (
            <div className="relax-step">
              <NumberField
                label={t("adminService.queues.after")}
                min={1}
                max={86_400}
                value={step.afterSeconds}
                onChange={(afterSeconds) => change({ afterSeconds: afterSeconds ?? 1 })}
                error={stepsError}
              />
              <RequirementRows
                label={t("adminService.queues.stepRequirements", { number: index + 1 })}
                tenantId={fields.tenantId}
                rows={step.requirements}
                onChange={(requirements) => change({ requirements })}
                empty={t("adminService.queues.anybody")}
              />
            </div>
          )}
        />
      </FormSection>
    </>
  );
}
