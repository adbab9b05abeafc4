import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import type { AdminForm } from "./use-admin-form.ts";

interface FormPanelProps {
  form: AdminForm;
  /** The verb of the primary button; "Guardar" by default. */
  verb?: string;
  /** At the left of the foot: what destroys or leads away. */
  foot?: ReactNode;
  /** May look, not change. */
  readOnly?: boolean;
  children: ReactNode;
}

/** The inside of a drawer that is a form: fields that scroll, over a foot that stays. */
export function FormPanel({ form, verb, foot, readOnly = false, children }: FormPanelProps) {
  const { t } = useTranslation();
  const keys = useKey("send", readOnly || form.busy || !form.dirty ? null : form.send);
  return (
    <form ref={form.ref} className="drawer-form" noValidate onSubmit={form.onSubmit}>
      <div className="drawer-body">
        {form.problem ? <ProblemNote error={form.problem} kept={t("admin.kept")} /> : null}
        <WrongFields form={form} />
        <fieldset className="form-fields" disabled={readOnly}>
          {children}
        </fieldset>
      </div>
      {!readOnly && (
        <div className="drawer-foot">
          {foot}
          <span className="sp" />
          <Button
            variant="primary"
            type="submit"
            keys={keys}
            showKeys
            busy={form.busy}
            disabled={!form.dirty && !verb}
          >
            {verb ?? t("admin.save")}
          </Button>
        </div>
      )}
    </form>
  );
}

interface WrongField {
  id: string;
  label: string;
}

/** The fields to look at again, each a link to itself; read from the form once it is drawn. */
function WrongFields({ form }: { form: AdminForm }) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState<readonly WrongField[]>([]);
  useEffect(() => {
    const found = [
      ...(form.ref.current?.querySelectorAll<HTMLInputElement>("[aria-invalid=true]") ?? []),
    ].map((field) => ({
      id: field.id,
      label: field.labels?.[0]?.textContent ?? field.getAttribute("aria-label") ?? "",
    }));
    const same = found.length === wrong.length && found.every(({ id }, index) => id === wrong[index]?.id);
    if (!same) setWrong(found);
  });
  if (wrong.length < 2) return null;
  return (
    <div className="form-problem" role="alert">
      <p>{t("admin.wrongFields", { count: wrong.length })}</p>
      <ul>
        {wrong.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
