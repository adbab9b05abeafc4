import { useEffect, useRef } from "react";
import { Button } from "../../../../shared/ui/button.tsx";
import { Field } from "../../../../shared/ui/field.tsx";
import type { GlyphIcon } from "../../../../shared/ui/glyph.tsx";
import { toast } from "../../../../shared/ui/toast-store.ts";
import "./secret.css";

interface SecretProps {
  label: string;
  value: string;
  copy: string;
  copied: string;
  icon: GlyphIcon;
  hint: string;
}

/** What is shown once and never again, ready to be copied. */
export function Secret({ label, value, copy, copied, icon, hint }: SecretProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const take = async (): Promise<void> => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      toast(copied, "ok");
    } catch {
      // Without permission the text stays selected: Ctrl+C takes it.
    }
  };
  return (
    <div className="secret" role="status">
      <Field label={label} hint={hint}>
        {(control) => (
          <div className="secret-row">
            <input {...control} ref={input} className="input" readOnly value={value} />
            <Button icon={icon} onClick={() => void take()}>
              {copy}
            </Button>
          </div>
        )}
      </Field>
    </div>
  );
}
