import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { checkPasswordLink, redeemPasswordLink } from "../../../shared/api/session.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { Door } from "./door.tsx";
import { NewPasswordFields } from "./new-password-fields.tsx";
import { passwordLinkToken } from "./password-link.ts";

/** Where a one-time link leads: the first administrator, a new person, a forgotten password. */
export function PasswordLinkPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [token] = useState(() => passwordLinkToken(location));
  const [password, setPassword] = useState<string | null>(null);
  const link = useQuery({
    queryKey: ["password-link", token],
    queryFn: () => checkPasswordLink(token),
    retry: false,
  });
  const save = useMutation({
    mutationFn: redeemPasswordLink,
    onSuccess: async () => {
      history.replaceState(null, "", "/");
      await queries.resetQueries({ queryKey: ["me"] });
    },
  });
  useEffect(() => {
    document.title = t("signIn.linkPageTitle");
    // The token must not stay in the address bar for the next pair of eyes.
    history.replaceState(null, "", location.pathname);
  }, [t]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== null) save.mutate({ token, password });
  };
  return (
    <Door title={t("signIn.linkTitle")}>
      {link.isPending && <Skeleton lines={3} />}
      {link.error && (
        <>
          <p>{t("signIn.linkGone")}</p>
          <a href="/">{t("signIn.toDoor")}</a>
        </>
      )}
      {link.data && (
        <form onSubmit={submit}>
          <p className="mut">{t("signIn.linkFor", { name: link.data.name, username: link.data.username })}</p>
          {save.error && <ProblemNote error={save.error} />}
          <input
            type="text"
            className="vh"
            autoComplete="username"
            value={link.data.username}
            readOnly
            tabIndex={-1}
            aria-hidden="true"
          />
          <NewPasswordFields onChange={setPassword} />
          <Button
            variant="primary"
            size="large"
            type="submit"
            busy={save.isPending}
            disabled={password === null}
          >
            {t("signIn.savePassword")}
          </Button>
        </form>
      )}
    </Door>
  );
}
