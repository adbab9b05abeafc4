import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Select } from "../../../shared/ui/select.tsx";
import { AgentSelect, NumberField, QueueSelect } from "../interactions/interaction-filters.tsx";
import { PeriodField } from "../period/period-field.tsx";
import type { useAddress } from "../period/use-address.ts";
import { KINDS, LENGTHS } from "./recording-query.ts";

const FILTERS = ["queue", "agent", "number", "min", "kind"] as const;

export function RecordingFilters({ address }: { address: ReturnType<typeof useAddress> }) {
  const { t } = useTranslation();
  const { search, set } = address;
  const filtered = FILTERS.some((name) => search.get(name));
  return (
    <search className="filter-bar">
      <h1>{t("recordings.title")}</h1>
      <PeriodField choice={address.choice} range={address.range} onChange={address.choosePeriod} />
      <QueueSelect value={search.get("queue") ?? ""} onChange={(queue) => set({ queue })} />
      <AgentSelect value={search.get("agent") ?? ""} onChange={(agent) => set({ agent })} />
      <NumberField
        key={filtered ? "filtered" : "all"}
        value={search.get("number") ?? ""}
        onChange={(number) => set({ number })}
      />
      <Select
        label={t("recordings.length")}
        value={search.get("min") ?? ""}
        placeholder={t("recordings.anyLength")}
        options={LENGTHS.map((seconds) => ({ value: seconds, label: t(`recordings.atLeast.${seconds}`) }))}
        onChange={(min) => set({ min })}
      />
      <Select
        label={t("recordings.kind")}
        value={search.get("kind") ?? ""}
        placeholder={t("recordings.anyKind")}
        options={KINDS.map((kind) => ({ value: kind, label: t(`recordings.kinds.${kind}`) }))}
        onChange={(kind) => set({ kind })}
      />
      {filtered && (
        <div className="filter-end">
          <Button
            variant="ghost"
            onClick={() => set(Object.fromEntries(FILTERS.map((name) => [name, null])))}
          >
            {t("interactions.clear")}
          </Button>
        </div>
      )}
    </search>
  );
}
