import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Select } from "../../../shared/ui/select.tsx";
import { TextField } from "../../../shared/ui/text-field.tsx";
import { type DayRange, PERIODS, type Period, type PeriodChoice } from "./period.ts";

interface PeriodFieldProps {
  choice: PeriodChoice;
  range: DayRange;
  onChange: (choice: PeriodChoice) => void;
}

/** A named period, or two days. */
export function PeriodField({ choice, range, onChange }: PeriodFieldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const days = (part: Partial<PeriodChoice>): void =>
    onChange({ period: "days", from: range.firstDay, to: range.lastDay, ...part });
  return (
    <>
      <Select
        label={t("period.label")}
        value={choice.period}
        options={PERIODS.map((period) => ({ value: period, label: t(`period.${period}`) }))}
        onChange={(value) => {
          if (value === "days") days({});
          else onChange({ period: value as Period, from: null, to: null });
        }}
        title={`${formats.date(range.from)} – ${formats.date(new Date(Date.parse(range.to) - 1).toISOString())}`}
      />
      {choice.period === "days" && (
        <>
          <TextField
            label={t("period.from")}
            type="date"
            value={range.firstDay}
            max={range.lastDay}
            onChange={(from) => from && days({ from })}
          />
          <TextField
            label={t("period.to")}
            type="date"
            value={range.lastDay}
            min={range.firstDay}
            onChange={(to) => to && days({ to })}
          />
        </>
      )}
    </>
  );
}
