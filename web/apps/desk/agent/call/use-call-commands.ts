import { useMutation } from "@tanstack/react-query";
import type { ConsultTarget, LiveCall, TransferTarget } from "@vera/contracts/voice";
import { useEffect } from "react";
import {
  cancelConsult,
  completeConsult,
  consult,
  endCall,
  holdCall,
  joinConsult,
  muteCall,
  pauseRecording,
  pressKeys,
  transferCall,
} from "../../../../shared/api/calls.ts";
import { useProblemText } from "../../../../shared/api/problem-text.ts";
import { toast } from "../../../../shared/ui/toast-store.ts";
import { usePhone } from "../../phone/phone-context.ts";

/** Everything a call can be told. The new state comes back by the live line; a refusal is said. */
export function useCallCommands(call: LiveCall) {
  const phone = usePhone();
  const command = useMutation({ mutationFn: (act: () => Promise<unknown>) => act() });
  const problem = useProblemText(command.error);
  useEffect(() => {
    if (command.error) toast(problem.text, "risk");
  }, [command.error, problem.text]);
  const id = call.interactionId;
  const run = (act: () => Promise<unknown>) => (): void => command.mutate(act);
  return {
    busy: command.isPending,
    toggleHold: run(() => holdCall(id, call.status !== "held")),
    toggleMute: () => {
      // The microphone is silenced here first: what must not be heard is not sent, whatever the network does.
      phone?.mute(!call.muted);
      command.mutate(async () => {
        try {
          await muteCall(id, !call.muted);
        } catch (error) {
          phone?.mute(call.muted);
          throw error;
        }
      });
    },
    toggleRecording: run(() => pauseRecording(id, call.recording !== "paused")),
    press: (keys: string) => command.mutate(() => pressKeys(id, keys)),
    transfer: (to: TransferTarget) => command.mutate(() => transferCall(id, to)),
    consult: (to: ConsultTarget) => command.mutate(() => consult(id, to)),
    join: run(() => joinConsult(id)),
    complete: run(() => completeConsult(id)),
    back: run(() => cancelConsult(id)),
    end: run(() => endCall(id)),
  };
}
