import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changePassword } from "../../../shared/api/session.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { TextField } from "../../../shared/ui/text-field.tsx";
import { NewPasswordFields } from "./new-password-fields.tsx";

export function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const change = useMutation({ mutationFn: changePassword, onSuccess: onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen !== null) change.mutate({ currentPassword: current, newPassword: chosen });
  };
  return (
    <form onSubmit={submit}>
      {change.error && <ProblemNote error={change.error} />}
      <TextField
        label={t("signIn.currentPassword")}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        required
      />
      <NewPasswordFields onChange={setChosen} />
      <Button variant="primary" size="large" type="submit" busy={change.isPending} disabled={chosen === null}>
        {t("signIn.savePassword")}
      </Button>
    </form>
  );
}
