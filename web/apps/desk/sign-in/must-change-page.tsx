import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { signOut } from "../../../shared/api/session.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { Door } from "./door.tsx";

/** Signed in, but the server opens nothing else before another password is chosen. */
export function MustChangePage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: () => queries.resetQueries({ queryKey: ["me"] }),
  });
  useEffect(() => {
    document.title = t("signIn.pageTitle");
  }, [t]);
  return (
    <Door title={t("signIn.mustChangeTitle")}>
      <p className="mut">{t("signIn.mustChange")}</p>
      <ChangePasswordForm onDone={() => void queries.invalidateQueries({ queryKey: ["me"] })} />
      <Button onClick={() => leave.mutate()} busy={leave.isPending}>
        {t("signIn.leave")}
      </Button>
    </Door>
  );
}
