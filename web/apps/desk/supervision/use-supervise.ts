import { useMutation } from "@tanstack/react-query";
import type { SupervisionMode } from "@vera/contracts/voice";
import { useEffect } from "react";
import { useProblemText } from "../../../shared/api/problem-text.ts";
import { leaveSupervision, superviseCall } from "../../../shared/api/supervision.ts";
import { toast } from "../../../shared/ui/toast-store.ts";
import { usePhone } from "../phone/phone-context.ts";
import { useCalls } from "../shell/agent-topic.ts";

interface Wish {
  interactionId: string;
  agentId: string;
  mode: SupervisionMode;
}

/** Listening to a call of somebody else with my own telephone, which picks up by itself. */
export function useSupervise() {
  const phone = usePhone();
  const calls = useCalls();
  const enter = useMutation({
    mutationFn: ({ interactionId, agentId, mode }: Wish) => superviseCall(interactionId, { agentId, mode }),
  });
  const leave = useMutation({ mutationFn: leaveSupervision });
  const failure = enter.error ?? leave.error;
  const problem = useProblemText(failure);
  useEffect(() => {
    if (failure) toast(problem.text, "risk");
  }, [failure, problem.text]);
  return {
    supervision: calls?.supervision ?? null,
    /** Without a telephone of my own there is nothing to hear with. */
    phoneReady: phone?.line === "registered" && calls?.phone.registered !== false,
    busy: enter.isPending || leave.isPending,
    supervise: enter.mutate,
    leave: leave.mutate,
  };
}
