import {
  IconArrowLeft,
  IconArrowRight,
  IconCircleCheck,
  IconCircleOff,
  IconFileText,
  IconHeadphones,
  IconMessage2,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { BoardAgent } from "@vera/contracts/board";
import type { SetAgentState } from "@vera/contracts/routing";
import type { SupervisionMode } from "@vera/contracts/voice";
import { useLocation } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import type { GlyphIcon } from "../../../shared/ui/glyph.tsx";
import type { MenuEntry } from "../../../shared/ui/menu.tsx";
import { useMe } from "../session/me-context.ts";
import { pauseLook } from "../shell/pause-look.ts";
import { useSupervise } from "../supervision/use-supervise.ts";
import { useAgentState } from "./use-agent-state.ts";
import { useReasonLabels } from "./use-reason-labels.ts";

interface Seat {
  agentId: string;
  agent: BoardAgent;
  onMove: (agentId: string, step: -1 | 1) => void;
}

const MODES: readonly { mode: SupervisionMode; icon: GlyphIcon }[] = [
  { mode: "listen", icon: IconHeadphones },
  { mode: "whisper", icon: IconMessage2 },
  { mode: "barge", icon: IconUsersGroup },
];

/** What can be done with a person from their tile; nothing while it is far, to keep a big room light. */
export function useSeatMenu(seat: Seat, near: boolean): MenuEntry[] {
  const call = useCallEntries(seat);
  const state = useStateEntries(seat);
  const place = usePlaceEntries(seat);
  return near ? [...call, ...state, ...place] : [];
}

function useCallEntries({ agentId, agent }: Seat): MenuEntry[] {
  const { t } = useTranslation();
  const { can } = useMe();
  const [, go] = useLocation();
  const { supervise, phoneReady } = useSupervise();
  const { interactionId } = agent;
  if (interactionId === null) return [];
  const talks = agent.activity === "on-contact" && can("supervise.monitor");
  const modes = talks ? MODES : [];
  return [
    { kind: "heading", id: "call", label: t("board.seatMenu.call") },
    ...modes.map(({ mode, icon }) => ({
      id: mode,
      label: t(`board.seatMenu.${mode}`),
      icon,
      disabled: !phoneReady,
      hint: phoneReady ? undefined : t("board.seatMenu.noPhone"),
      onPick: () => supervise({ interactionId, agentId, mode }),
    })),
    ...(can("interaction.read")
      ? [
          {
            id: "open",
            label: t("board.seatMenu.open"),
            icon: IconFileText,
            onPick: () => go(`/interactions/${interactionId}`),
          },
        ]
      : []),
    { kind: "line", id: "line-call" },
  ];
}

function useStateEntries({ agentId, agent }: Seat): MenuEntry[] {
  const { t } = useTranslation();
  const { can } = useMe();
  const { choices } = useReasonLabels();
  const change = useAgentState();
  if (!can("supervise.state")) return [];
  const busy = agent.activity !== "idle";
  const coming = busy ? (agent.requestedState ?? agent.state) : agent.state;
  const pick = (wish: SetAgentState) => () => change({ agentId, name: agent.name, wish });
  return [
    { kind: "heading", id: "state", label: t(busy ? "board.seatMenu.changeNext" : "board.seatMenu.change") },
    {
      id: "ready",
      label: t("board.seatMenu.ready"),
      icon: IconCircleCheck,
      checked: coming === "ready",
      onPick: pick({ state: "ready" }),
    },
    ...choices.map((reason) => ({
      id: reason.code,
      label: t("board.seat.pauseFor", { reason: reason.label }),
      icon: pauseLook(reason.code),
      checked: coming === "paused" && agent.pauseReason === reason.code,
      onPick: pick({ state: "paused", reason: reason.code }),
    })),
    {
      id: "offline",
      label: t("board.seatMenu.offline"),
      icon: IconCircleOff,
      checked: coming === "offline",
      onPick: pick({ state: "offline" }),
    },
    { kind: "line", id: "line-state" },
  ];
}

function usePlaceEntries({ agentId, onMove }: Seat): MenuEntry[] {
  const { t } = useTranslation();
  const { can } = useMe();
  const [, go] = useLocation();
  return [
    ...(can("interaction.read")
      ? [
          {
            id: "day",
            label: t("board.seatMenu.day"),
            icon: IconFileText,
            onPick: () => go(`/interactions?period=today&agent=${agentId}`),
          },
        ]
      : []),
    { kind: "heading", id: "place", label: t("board.seatMenu.place") },
    {
      id: "before",
      label: t("board.seatMenu.before"),
      icon: IconArrowLeft,
      onPick: () => onMove(agentId, -1),
    },
    {
      id: "after",
      label: t("board.seatMenu.after"),
      icon: IconArrowRight,
      onPick: () => onMove(agentId, 1),
    },
  ];
}
