import { useEffect, useId, useState } from "react";
import { readWallTime } from "./wall-time.ts";
import "./week-fields.css";

interface TimeFieldProps {
  /** For a screen reader: "Lunes, desde". */
  label: string;
  value: string;
  onChange: (time: string) => void;
  invalid?: boolean;
  describedBy?: string | undefined;
}

/** A time of the day typed as one likes, put in order when the field is left; `24:00` is the end of the day. */
export function TimeField({ label, value, onChange, invalid = false, describedBy }: TimeFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <input
      id={id}
      className="input time-field"
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      inputMode="numeric"
      placeholder="00:00"
      maxLength={6}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        const read = readWallTime(typed);
        setTyped(read ?? value);
        if (read !== null && read !== value) onChange(read);
        if (typed.trim() === "" && value !== "") onChange("");
      }}
    />
  );
}
