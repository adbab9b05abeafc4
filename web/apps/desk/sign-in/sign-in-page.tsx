import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { signIn } from "../../../shared/api/session.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { TextField } from "../../../shared/ui/text-field.tsx";
import { Door } from "./door.tsx";

export function SignInPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const entry = useMutation({
    mutationFn: signIn,
    onSuccess: (me) => queries.setQueryData(["me"], me),
    onError: () => setPassword(""),
  });
  useEffect(() => {
    document.title = t("signIn.pageTitle");
  }, [t]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (username.trim() !== "" && password !== "") entry.mutate({ username: username.trim(), password });
  };
  return (
    <Door title={t("signIn.title")}>
      {entry.error && <ProblemNote error={entry.error} />}
      <form onSubmit={submit}>
        <TextField
          label={t("signIn.username")}
          value={username}
          onChange={setUsername}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
        />
        <TextField
          label={t("signIn.password")}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          required
        />
        <Button variant="primary" size="large" type="submit" busy={entry.isPending}>
          {t("signIn.enter")}
        </Button>
      </form>
      <p className="sm mut">{t("signIn.forgot")}</p>
    </Door>
  );
}
