import type { OutcomeCode } from "@vera/contracts/conversations";
import { useId } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import "./outcome-choice.css";

interface OutcomeChoiceProps {
  codes: readonly OutcomeCode[];
  value: string | null;
  onChange: (code: string) => void;
  error: string | null;
}

export function OutcomeChoice({ codes, value, onChange, error }: OutcomeChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="outcomes" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="lab">{t("agentDesk.disposition.outcome")}</legend>
      {[...codes]
        .filter((code) => code.active)
        .sort((a, b) => a.position - b.position)
        .map((code) => (
          <label key={code.id} className="outcome">
            <input
              type="radio"
              name={id}
              value={code.code}
              checked={value === code.code}
              onChange={() => onChange(code.code)}
            />
            {code.name}
          </label>
        ))}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </fieldset>
  );
}
