import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { placeCall } from "../../../shared/api/calls.ts";
import { useProblemText } from "../../../shared/api/problem-text.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { toast } from "../../../shared/ui/toast-store.ts";
import { useMe } from "../session/me-context.ts";
import { usePhone } from "./phone-context.ts";

/** Calls a number for my organism and shows the desk; null for who may not. */
export function useDial(): ((number: string, citizenId?: string) => void) | null {
  const { t } = useTranslation();
  const { me } = useMe();
  const phone = usePhone();
  const [, go] = useLocation();
  const where = me.permissions["call.place"];
  const tenantId = where === "all" ? me.tenants[0]?.id : where?.[0];
  const dial = useMutation({
    mutationFn: ({ number, citizenId }: { number: string; citizenId?: string }) =>
      placeCall({ tenantId: tenantId ?? "", number, ...(citizenId ? { citizenId } : {}) }),
    onSuccess: () => {
      toast(t("shell.palette.dialing"));
      go("/");
    },
  });
  const problem = useProblemText(dial.error);
  useEffect(() => {
    if (dial.error) toast(problem.text, "risk");
  }, [dial.error, problem.text]);
  if (tenantId === undefined || phone?.line !== "registered") return null;
  return (number, citizenId) => dial.mutate({ number, ...(citizenId ? { citizenId } : {}) });
}
