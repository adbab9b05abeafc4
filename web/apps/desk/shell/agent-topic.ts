import type { AgentDesk } from "@vera/contracts/routing";
import type { CallsState } from "@vera/contracts/voice";
import { useLine, useTopic } from "../../../shared/realtime/use-topic.ts";
import type { StateLook } from "../../../shared/ui/state-look.ts";

/** My own live state: what I chose, what I do, what is offered to me. */
export function useAgentDesk(): AgentDesk | undefined {
  return useTopic<AgentDesk>("agent", "me").state;
}

/** My live calls. */
export function useCalls(): CallsState | undefined {
  return useTopic<CallsState>("calls", "me").state;
}

export interface ShownState {
  look: StateLook;
  /** Name of the text `shell.state.<word>`. */
  word: string;
  /** Label of the pause reason. */
  reason: string | null;
  since: string | null;
}

/** One word for what I am doing now; what I do comes before what I chose, and a dead line before all. */
export function useShownState(): ShownState {
  const desk = useAgentDesk();
  const line = useLine();
  return shownState(desk, line === "stale");
}

export function shownState(desk: AgentDesk | undefined, lineLost: boolean): ShownState {
  if (lineLost || !desk) return { look: "off", word: "off", reason: null, since: null };
  const busy = { since: desk.activitySince, reason: null };
  if (desk.activity === "on-contact") return { look: "talk", word: contactWord(desk), ...busy };
  if (desk.activity === "wrap-up") return { look: "wrap", word: "wrap", ...busy };
  if (desk.activity === "offered") return { look: "offered", word: "offered", ...busy };
  if (desk.state === "ready") return { look: "ready", word: "ready", reason: null, since: desk.since };
  if (desk.state === "paused") {
    const device = desk.reason?.code === "device-error";
    const reason = desk.reason?.label ?? null;
    return { look: device ? "device-error" : "pause", word: "pause", reason, since: desk.since };
  }
  return { look: "off", word: "off", reason: null, since: desk.since };
}

function contactWord(desk: AgentDesk): string {
  const voice = Object.values(desk.contacts).some((contact) => contact.channel === "voice");
  return voice ? "talk" : "chats";
}
