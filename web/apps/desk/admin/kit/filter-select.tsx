import { IconChevronDown } from "@tabler/icons-react";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import type { SelectOption } from "../../../../shared/ui/select.tsx";

interface FilterSelectProps {
  /** For screen readers; the first option says it to the others. */
  label: string;
  /** The option that filters nothing: "Todos los organismos". */
  all: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
}

/** A filter over a list: as low as the search box beside it. */
export function FilterSelect({ label, all, value, options, onChange }: FilterSelectProps) {
  return (
    <span className="select filter-select">
      <select
        className="input"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Glyph icon={IconChevronDown} />
    </span>
  );
}
