import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { noteGap } from "../../../../shared/api/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";

/** Words that stand this long with nothing found were meant: half-typed ones are not noted. */
const MEANT_MS = 3_000;

interface NotFoundNoteProps {
  tenantId: string;
  asked: string;
  topicId: string | null;
  /** Nothing at all was found: noted by itself. */
  nothing: boolean;
}

/** "Asked, not found": whoever edits the articles sees what is missing. Use with a key per question. */
export function NotFoundNote({ tenantId, asked, topicId, nothing }: NotFoundNoteProps) {
  const { t } = useTranslation();
  const { mutate, isSuccess, isPending } = useMutation({
    mutationFn: () => noteGap({ tenantId, asked, topicId }),
  });
  useEffect(() => {
    if (!nothing) return;
    const timer = setTimeout(mutate, MEANT_MS);
    return () => clearTimeout(timer);
  }, [nothing, mutate]);
  if (isSuccess) {
    return (
      <p className="sm mut" role="status">
        {t("agentDesk.knowledge.gapNoted")}
      </p>
    );
  }
  if (nothing) return null;
  return (
    <Button size="small" variant="ghost" busy={isPending} onClick={() => mutate()}>
      {t("agentDesk.knowledge.gap")}
    </Button>
  );
}
