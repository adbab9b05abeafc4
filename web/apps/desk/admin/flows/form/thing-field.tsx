import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { Select, type SelectOption } from "../../../../../shared/ui/select.tsx";
import { useFlowThings } from "../flow-things.ts";

interface ThingFieldProps {
  kind: "queue" | "calendar" | "flow" | "emergency" | "prompt";
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Something outside of the flow, chosen by its name. One that is gone is said, not hidden. */
export function ThingField({ kind, label, value = "", onChange }: ThingFieldProps) {
  const { t } = useTranslation();
  const things = useFlowThings();
  const options: Record<ThingFieldProps["kind"], SelectOption[]> = {
    queue: things.queues.map(({ id, name }) => ({ value: id, label: name })),
    calendar: things.calendars.map(({ id, name }) => ({ value: id, label: name })),
    flow: things.flows.map(({ id, name }) => ({ value: id, label: name })),
    prompt: things.prompts.map(({ key, name }) => ({ value: key, label: name })),
    emergency: things.emergencies.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
  };
  const shown = options[kind];
  const gone = value !== "" && !shown.some((option) => option.value === value);
  return (
    <Select
      label={label}
      value={value}
      placeholder={t(kind === "prompt" ? "adminFlow.usualMusic" : "adminFlow.choose")}
      options={gone ? [...shown, { value, label: t("adminFlow.gone") }] : shown}
      onChange={(next) => onChange(next === "" && kind === "prompt" ? undefined : next)}
    />
  );
}
