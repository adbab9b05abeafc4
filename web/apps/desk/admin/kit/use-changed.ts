import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { toast } from "../../../../shared/ui/toast-store.ts";

/** After a change: the lists that show it are asked for again, and one word says that it is done. */
export function useChanged(...queries: readonly string[]): (said?: string) => Promise<void> {
  const { t } = useTranslation();
  const client = useQueryClient();
  return async (said) => {
    toast(said ?? t("admin.saved"), "ok");
    await Promise.all(queries.map((name) => client.invalidateQueries({ queryKey: [name] })));
  };
}
