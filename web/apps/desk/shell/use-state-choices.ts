import { IconCircleCheck, IconCircleOff } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { SetAgentState } from "@vera/contracts/routing";
import { useEffect } from "react";
import { forgetNextState, listPauseReasons, setMyState } from "../../../shared/api/agent.ts";
import { useProblemText } from "../../../shared/api/problem-text.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import type { MenuEntry } from "../../../shared/ui/menu.tsx";
import { toast } from "../../../shared/ui/toast-store.ts";
import { useAgentDesk } from "./agent-topic.ts";
import { pauseLook } from "./pause-look.ts";

/** What I may choose: at once while I am free, "next" while I am busy. The server decides which it is. */
export function useStateChoices(): { entries: MenuEntry[]; forgetNext: () => void } {
  const { t } = useTranslation();
  const desk = useAgentDesk();
  const reasons = useQuery({ queryKey: ["pause-reasons"], queryFn: listPauseReasons, staleTime: 300_000 });
  const change = useMutation({ mutationFn: setMyState });
  const forget = useMutation({ mutationFn: forgetNextState });
  const failure = change.error ?? forget.error;
  const problem = useProblemText(failure);
  useEffect(() => {
    if (failure) toast(problem.text, "risk");
  }, [failure, problem.text]);

  const busy = desk !== undefined && desk.activity !== "idle";
  const wanted = busy ? desk.requestedNext : desk;
  const pick = (choice: SetAgentState) => () => change.mutate(choice);
  const is = (state: string, reason: string | null = null): boolean =>
    wanted?.state === state && (reason === null || wanted.reason?.code === reason);
  const entries: MenuEntry[] = [
    { kind: "heading", id: "when", label: busy ? t("shell.afterThis") : t("shell.now") },
    {
      id: "ready",
      label: t("shell.state.ready"),
      icon: IconCircleCheck,
      checked: is("ready"),
      onPick: pick({ state: "ready" }),
    },
    { kind: "line", id: "line-1" },
    ...(reasons.data?.items ?? []).map(
      (reason): MenuEntry => ({
        id: reason.code,
        label: t("shell.state.pauseFor", { reason: reason.label }),
        icon: pauseLook(reason.code),
        checked: is("paused", reason.code),
        onPick: pick({ state: "paused", reason: reason.code }),
      }),
    ),
    { kind: "line", id: "line-2" },
    {
      id: "offline",
      label: t("shell.state.off"),
      icon: IconCircleOff,
      checked: is("offline"),
      onPick: pick({ state: "offline" }),
    },
  ];
  return { entries, forgetNext: () => forget.mutate() };
}
