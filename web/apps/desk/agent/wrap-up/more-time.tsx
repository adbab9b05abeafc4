import { IconClockPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { WrapUp } from "@vera/contracts/routing";
import { extendWrapUp } from "../../../../shared/api/agent.ts";
import { useProblemText } from "../../../../shared/api/problem-text.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";

/** One minute more, at most as often as the server allows. */
export function MoreTime({ wrapUp }: { wrapUp: WrapUp }) {
  const { t } = useTranslation();
  const extend = useMutation({ mutationFn: () => extendWrapUp(wrapUp.interactionId) });
  const problem = useProblemText(extend.error);
  if (wrapUp.deadlineAt === null) return null;
  return (
    <>
      <Button
        variant="ghost"
        icon={IconClockPlus}
        disabled={wrapUp.extensionsLeft === 0}
        busy={extend.isPending}
        onClick={() => extend.mutate()}
      >
        {t("agentDesk.wrapUp.extend", { count: wrapUp.extensionsLeft })}
      </Button>
      {extend.error && <span className="field-error">{problem.text}</span>}
    </>
  );
}
