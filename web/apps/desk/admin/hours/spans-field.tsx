import { IconPlus, IconX } from "@tabler/icons-react";
import type { TimeSpan } from "@vera/contracts/tenants";
import { useId } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { IconButton } from "../../../../shared/ui/icon-button.tsx";
import { TimeField } from "./time-field.tsx";
import { nextSpan, spansProblem } from "./week.ts";

interface SpansFieldProps {
  /** Whose hours: "Lunes". */
  name: string;
  spans: readonly TimeSpan[];
  onChange: (spans: TimeSpan[]) => void;
  /** Shown while there is none. */
  empty: string;
}

/** From–until, several times a day. */
export function SpansField({ name, spans, onChange, empty }: SpansFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const problem = spansProblem(spans);
  const set = (at: number, part: Partial<TimeSpan>): void =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...part } : span)));
  return (
    <div className="spans">
      {spans.length === 0 && <span className="dim sm">{empty}</span>}
      {spans.map((span, index) => (
        // Spans have no name of their own: their place is what they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span className="span" key={index}>
          {(["from", "until"] as const).map((end) => (
            <span key={end} className="span-end">
              {end === "until" && <span aria-hidden="true">–</span>}
              <TimeField
                label={t(`adminOrganisms.hours.${end}Of`, { name })}
                value={span[end]}
                invalid={problem !== null}
                describedBy={problem ? `${id}-problem` : undefined}
                onChange={(time) => set(index, { [end]: time })}
              />
            </span>
          ))}
          <IconButton
            label={t("adminOrganisms.hours.takeSpan", { name, from: span.from, until: span.until })}
            icon={IconX}
            size="tiny"
            glyphSize={14}
            onClick={() => onChange(spans.filter((_, at) => at !== index))}
          />
        </span>
      ))}
      {spans.length < 12 && (
        <IconButton
          label={t("adminOrganisms.hours.addSpan", { name })}
          icon={IconPlus}
          size="tiny"
          glyphSize={14}
          onClick={() => onChange([...spans, nextSpan(spans)])}
        />
      )}
      {problem && (
        <span className="field-error" id={`${id}-problem`}>
          {t(`adminOrganisms.hours.problem.${problem}`)}
        </span>
      )}
    </div>
  );
}
