import type { Kpi } from "@vera/contracts/reporting";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Select } from "../../../shared/ui/select.tsx";
import { TextField } from "../../../shared/ui/text-field.tsx";
import { useSettled } from "../../../shared/ui/use-settled.ts";
import { AgentSelect, QueueSelect } from "../interactions/interaction-filters.tsx";
import { PeriodField } from "../period/period-field.tsx";
import type { useAddress } from "../period/use-address.ts";
import { groupOf, intervalsFor, usualInterval } from "./report-question.ts";
import { useFigureWords } from "./use-figure-words.ts";

interface QuestionBarProps {
  kpi: Kpi;
  address: ReturnType<typeof useAddress>;
}

/** Variant, period, interval, cut and slice of a figure; all of it stands in the address. */
export function QuestionBar({ kpi, address }: QuestionBarProps) {
  const { t } = useTranslation();
  const words = useFigureWords(kpi.unit);
  const { search, set, range } = address;
  const intervals = intervalsFor(range);
  const interval = intervals.find((each) => each === search.get("interval")) ?? usualInterval(range);
  const by = groupOf(kpi, search);
  return (
    <search className="filter-bar">
      {kpi.variants.length > 1 && (
        <Select
          label={t("reports.variant")}
          value={search.get("variant") ?? kpi.variants[0]?.id ?? ""}
          options={kpi.variants.map(({ id, name }) => ({ value: id, label: words.in(name) }))}
          onChange={(variant) => set({ variant: variant === kpi.variants[0]?.id ? null : variant })}
          className="question-wide"
        />
      )}
      <PeriodField choice={address.choice} range={range} onChange={address.choosePeriod} />
      <Select
        label={t("reports.show")}
        value={by ?? ""}
        placeholder={t("reports.byTime")}
        options={kpi.dimensions.map((dimension) => ({
          value: dimension,
          label: t(`reports.by.${dimension}`),
        }))}
        onChange={(next) => set({ by: next })}
      />
      {by === null && (
        <Select
          label={t("reports.interval")}
          value={interval}
          options={intervals.map((each) => ({ value: each, label: t(`reports.intervals.${each}`) }))}
          onChange={(next) => set({ interval: next })}
        />
      )}
      {kpi.dimensions.includes("queue") && by !== "queue" && (
        <QueueSelect value={search.get("queue") ?? ""} onChange={(queue) => set({ queue })} />
      )}
      {kpi.dimensions.includes("agent") && by !== "agent" && (
        <AgentSelect value={search.get("agent") ?? ""} onChange={(agent) => set({ agent })} />
      )}
      {kpi.usesThresholds && (
        <>
          <SecondsField
            label={t("reports.within")}
            value={search.get("t") ?? ""}
            onChange={(seconds) => set({ t: seconds })}
          />
          <SecondsField
            label={t("reports.ignored")}
            value={search.get("t0") ?? ""}
            onChange={(seconds) => set({ t0: seconds })}
          />
        </>
      )}
    </search>
  );
}

interface SecondsFieldProps {
  label: string;
  value: string;
  onChange: (seconds: string) => void;
}

/** Empty = each queue's own. Asked for when the hand rests. */
function SecondsField({ label, value, onChange }: SecondsFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const settled = useSettled(typed.trim());
  const asked = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    if (settled === asked.current) return;
    asked.current = settled;
    tell.current(settled);
  }, [settled]);
  return (
    <TextField
      label={label}
      value={typed}
      inputMode="numeric"
      placeholder={t("reports.ofQueue")}
      maxLength={4}
      className="question-narrow"
      onChange={(text) => setTyped(text.replace(/\D/g, ""))}
    />
  );
}
