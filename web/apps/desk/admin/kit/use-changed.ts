import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { toast } from "../../../../shared/ui/toast-store.ts";

/** After a change: the lists that show it are asked for again, and one word says that it is done. */
export function useChanged(...queries: readonly string[]): (said?: string) => Promise<void> {
  const { t } = useTranslation();
  const client = useQueryClient();
  const askAgain = async (name: string): Promise<void> => {
    // A first answer still on its way is from before the change, and would be taken for the new one.
    await client.cancelQueries({ queryKey: [name] });
    await client.invalidateQueries({ queryKey: [name] });
  };
  return async (said) => {
    toast(said ?? t("admin.saved"), "ok");
    await Promise.all(queries.map(askAgain));
  };
}
