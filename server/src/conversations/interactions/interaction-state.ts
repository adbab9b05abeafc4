import type { InteractionState, SegmentKind } from "@vera/contracts/conversations";
import { DomainError } from "../../platform/index.ts";

// arrived ──► in-flow ◄──► queued ◄──► connected      every state ──► ended
//    │           └────────────►──────────┘  │
//    └──► queued, connected                 └──► in-flow (back to a menu), queued (transferred to a queue)
export const NEXT = {
  arrived: ["in-flow", "queued", "connected", "ended"],
  "in-flow": ["queued", "connected", "ended"],
  queued: ["in-flow", "connected", "ended"],
  connected: ["in-flow", "queued", "ended"],
  ended: [],
} satisfies Record<InteractionState, readonly InteractionState[]>;

/** The state a new segment brings; null = it leaves the citizen where they are. */
export function stateOf(kind: SegmentKind): InteractionState | null {
  switch (kind) {
    case "ivr":
      return "in-flow";
    case "queue":
      return "queued";
    case "talk":
    case "hold":
      return "connected";
    case "offer":
    case "consult":
    case "wrap-up":
      return null;
  }
}

/** The only rule by which `conversations.interaction.state` moves. Staying is always allowed, except in `ended`. */
export function nextState(from: InteractionState, to: InteractionState): InteractionState {
  const allowed: readonly InteractionState[] = NEXT[from];
  if (from === "ended" || (from !== to && !allowed.includes(to))) {
    throw new DomainError("conflict", `An interaction that is ${from} cannot become ${to}`, {
      key: "interactionState",
      params: { from, to },
    });
  }
  return to;
}
