import { TextField } from "../../../../shared/ui/text-field.tsx";

interface NumberFieldProps {
  label: string;
  /** null: not given. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  hint?: string;
  error?: string | null;
  placeholder?: string;
  disabled?: boolean;
}

/** A number typed; empty is null, so that "no limit" is not a zero. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  return (
    <TextField
      {...rest}
      type="number"
      inputMode="decimal"
      value={value === null ? "" : String(value)}
      onChange={(text) => onChange(text === "" || Number.isNaN(Number(text)) ? null : Number(text))}
    />
  );
}
