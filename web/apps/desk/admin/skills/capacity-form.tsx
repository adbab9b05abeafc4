import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CHANNELS } from "@vera/contracts/routing";
import type { CapacityProfile } from "@vera/contracts/routing-admin";
import { openCapacity, setCapacity } from "../../../../shared/api/admin/routing.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import "./capacity-form.css";

/** How much one person takes at once, per channel. */
export function CapacityForm({ agentId }: { agentId: string }) {
  const capacity = useQuery({ queryKey: ["admin-capacity", agentId], queryFn: () => openCapacity(agentId) });
  if (capacity.error) {
    return (
      <div className="drawer-body">
        <ProblemNote error={capacity.error} onRetry={() => void capacity.refetch()} />
      </div>
    );
  }
  if (!capacity.data) return <Skeleton lines={6} />;
  return <LimitsForm agentId={agentId} capacity={capacity.data} />;
}

function LimitsForm({ agentId, capacity }: { agentId: string; capacity: CapacityProfile }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const changed = useChanged();
  const form = useAdminForm<CapacityProfile, CapacityProfile>({
    initial: capacity,
    save: (fields) => setCapacity(agentId, fields),
    onSaved: async (saved) => {
      queries.setQueryData(["admin-capacity", agentId], saved);
      await changed();
      return saved;
    },
  });
  const { limits, interruptedBy } = form.fields;
  const busyWith = CHANNELS.filter((channel) => (limits[channel] ?? 0) > 0);
  const setMeanwhile = (channel: string, other: (typeof CHANNELS)[number], may: boolean): void => {
    const before = interruptedBy[channel] ?? [];
    const after = may ? [...before, other] : before.filter((one) => one !== other);
    form.set({ interruptedBy: { ...interruptedBy, [channel]: after } });
  };
  return (
    <FormPanel form={form}>
      <FormSection title={t("adminService.capacity.limits")} hint={t("adminService.capacity.limitsHint")}>
        <div className="capacity-limits">
          {CHANNELS.map((channel) => (
            <NumberField
              key={channel}
              label={t(`ui.channel.${channel}`)}
              min={0}
              max={20}
              step={1}
              value={limits[channel] ?? 0}
              onChange={(value) => form.set({ limits: { ...limits, [channel]: value ?? 0 } })}
            />
          ))}
        </div>
      </FormSection>
      <FormSection
        title={t("adminService.capacity.meanwhile")}
        hint={t("adminService.capacity.meanwhileHint")}
      >
        {busyWith.map((channel) => (
          <fieldset key={channel} aria-label={t(`ui.channel.${channel}`)} className="capacity-row">
            <span>{t(`ui.channel.${channel}`)}</span>
            <div>
              {busyWith.map((other) => (
                <Checkbox
                  key={other}
                  checked={interruptedBy[channel]?.includes(other) ?? false}
                  onChange={(may) => setMeanwhile(channel, other, may)}
                >
                  {t(`ui.channel.${other}`)}
                </Checkbox>
              ))}
            </div>
          </fieldset>
        ))}
      </FormSection>
    </FormPanel>
  );
}
