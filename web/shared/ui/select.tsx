import { IconChevronDown } from "@tabler/icons-react";
import type { SelectHTMLAttributes } from "react";
import { Field } from "./field.tsx";
import { Glyph } from "./glyph.tsx";

export interface SelectOption {
  value: string;
  label: string;
  /** Options with the same group are put under its heading. */
  group?: string;
}

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange" | "id"> {
  label: string;
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
  /** Shown while nothing is chosen (value ""). */
  placeholder?: string;
  hint?: string | undefined;
  error?: string | null | undefined;
}

export function Select(props: SelectProps) {
  const { label, value, options, onChange, placeholder, hint, error, className, ...rest } = props;
  return (
    <Field label={label} hint={hint} error={error} {...(className ? { className } : {})}>
      {(control) => (
        <span className="select">
          <select
            {...rest}
            {...control}
            className="input"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {grouped(options).map(([group, members]) =>
              group === "" ? (
                members.map(drawOption)
              ) : (
                <optgroup key={group} label={group}>
                  {members.map(drawOption)}
                </optgroup>
              ),
            )}
          </select>
          <Glyph icon={IconChevronDown} />
        </span>
      )}
    </Field>
  );
}

function drawOption(option: SelectOption) {
  return (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  );
}

function grouped(options: readonly SelectOption[]): [string, SelectOption[]][] {
  const groups = new Map<string, SelectOption[]>();
  for (const option of options) {
    const members = groups.get(option.group ?? "") ?? [];
    members.push(option);
    groups.set(option.group ?? "", members);
  }
  return [...groups];
}
