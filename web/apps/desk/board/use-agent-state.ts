import { useMutation } from "@tanstack/react-query";
import type { SetAgentState } from "@vera/contracts/routing";
import { useEffect } from "react";
import { useProblemText } from "../../../shared/api/problem-text.ts";
import { setAgentState } from "../../../shared/api/supervision.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { toast } from "../../../shared/ui/toast-store.ts";
import { useReasonLabels } from "./use-reason-labels.ts";

interface Change {
  agentId: string;
  name: string;
  wish: SetAgentState;
}

/** Changes the state of a person and says whether it took effect now or waits for the end of what they have. */
export function useAgentState(): (change: Change) => void {
  const { t } = useTranslation();
  const { label } = useReasonLabels();
  const change = useMutation({
    mutationFn: ({ agentId, wish }: Change) => setAgentState(agentId, wish),
    onSuccess: (desk, { name, wish }) => {
      const words = { ready: "board.seat.ready", paused: "board.seat.pause", offline: "board.seat.off" };
      const reason = wish.reason ? label(wish.reason) : undefined;
      const state = reason ? t("board.seat.pauseFor", { reason }) : t(words[wish.state]);
      toast(t(desk.requestedNext ? "board.stateAsked" : "board.stateChanged", { name, state }), "ok");
    },
  });
  const problem = useProblemText(change.error);
  useEffect(() => {
    if (change.error) toast(problem.text, "risk");
  }, [change.error, problem.text]);
  return change.mutate;
}
