import type { ReactNode } from "react";

interface FormSectionProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** Fields that belong together, under their name. */
export function FormSection({ title, hint, children }: FormSectionProps) {
  return (
    <fieldset className="form-section">
      <legend>{title}</legend>
      {hint && <p className="sm dim">{hint}</p>}
      {children}
    </fieldset>
  );
}
