import type { Ticket, TicketState } from "@vera/contracts/tickets";
import type { RibbonTone } from "../../../shared/ui/ribbon.tsx";

export interface TicketRibbonPart {
  key: string;
  state: TicketState;
  tone: RibbonTone;
  ms: number;
  running: boolean;
}

const TONES: Record<TicketState, RibbonTone> = {
  open: "wait",
  "in-progress": "talk",
  "waiting-citizen": "pause",
  solved: "ready",
  closed: "off",
  cancelled: "off",
};
const FINAL: readonly TicketState[] = ["closed", "cancelled"];

/** How long the ticket stood in each state, from its history; a final state takes no more time. */
export function ticketRibbon(
  ticket: Pick<Ticket, "openedAt" | "state" | "history">,
  now: number,
): TicketRibbonPart[] {
  const changes = ticket.history
    .filter((change) => change.what === "state" && change.to !== null)
    .sort((a, b) => a.at.localeCompare(b.at));
  const starts = [
    { at: ticket.openedAt, state: (changes[0]?.from ?? ticket.state) as TicketState },
    ...changes.map((change) => ({ at: change.at, state: change.to as TicketState })),
  ];
  return starts.flatMap((start, index) => {
    const next = starts[index + 1];
    const ended = FINAL.includes(start.state);
    if (ended && !next) return [];
    const until = next ? Date.parse(next.at) : now;
    return [
      {
        key: start.at + start.state,
        state: start.state,
        tone: TONES[start.state],
        ms: Math.max(0, until - Date.parse(start.at)),
        running: !next,
      },
    ];
  });
}
