import type { TicketState } from "@vera/contracts/tickets";

/**
 *   open ──► in-progress ◄──► waiting-citizen
 *    │            │                │
 *    ├────────────┴───► solved ◄───┤          solved ──► closed
 *    │                    │        │             ▲          │
 *    └──► cancelled ◄─────┼────────┘             └─ reopened: in-progress
 *
 * `solved`: the office says it is done. `closed`: the citizen was told. A "no, it isn't solved" reopens both.
 */
export const NEXT = {
  open: ["in-progress", "waiting-citizen", "solved", "cancelled"],
  "in-progress": ["waiting-citizen", "solved", "cancelled"],
  "waiting-citizen": ["in-progress", "solved", "cancelled"],
  solved: ["closed", "in-progress"],
  closed: ["in-progress"],
  cancelled: [],
} as const satisfies Record<TicketState, readonly TicketState[]>;

export const TICKET_STATES = Object.keys(NEXT) as TicketState[];

export function canBecome(from: TicketState, to: TicketState): boolean {
  return (NEXT[from] as readonly TicketState[]).includes(to);
}

/** The matter is over for the office. */
export function isReopening(from: TicketState, to: TicketState): boolean {
  return (from === "solved" || from === "closed") && to === "in-progress";
}

/** Changes that say something to the citizen, or take something from them: they need words. */
export function needsText(from: TicketState, to: TicketState): boolean {
  return to === "waiting-citizen" || to === "solved" || to === "cancelled" || isReopening(from, to);
}

/** Words about these changes are for the citizen; the others stay inside. */
export function isPublic(to: TicketState): boolean {
  return to === "waiting-citizen" || to === "solved";
}
