import { openOn } from "./load.ts";
import type { Agent, Line, Seat } from "./records.ts";

/** May this agent be offered anything at all now? */
export function isRoutable(agent: Agent): boolean {
  return agent.state === "ready" && agent.present && agent.next === null && agent.timer.heapIndex < 0;
}

/** Has room on this channel, and nothing open keeps the channel out. */
export function hasRoom(agent: Agent, channel: number): boolean {
  const { limits, blockedBy } = agent.group.capacity;
  return openOn(agent, channel) < (limits[channel] ?? 0) && (agent.busy & (blockedBy[channel] ?? 0)) === 0;
}

/** Puts the agent in, moves them within, or takes them out of the line of each channel, as they are now. */
export function seatAgent(agent: Agent): void {
  const routable = isRoutable(agent);
  const { channels } = agent.group.capacity;
  for (let n = 0; n < channels.length; n++) {
    const channel = channels[n] as number;
    const bit = 1 << channel;
    const isSeated = (agent.seated & bit) !== 0;
    // Seats that stay empty are not even looked at.
    if (routable && hasRoom(agent, channel)) sit(agent.seats[n] as Seat, agent, bit);
    else if (isSeated) leaveSeat(agent.seats[n] as Seat, agent, bit);
  }
}

function sit(seat: Seat, agent: Agent, bit: number): void {
  if ((agent.seated & bit) !== 0) {
    if (seat.idleSeq === agent.idleSeq) return;
    seat.line.ring.remove(seat);
  }
  agent.seated |= bit;
  seat.idleSeq = agent.idleSeq;
  takeSeat(seat);
}

function leaveSeat(seat: Seat, agent: Agent, bit: number): void {
  seat.line.ring.remove(seat);
  agent.seated &= ~bit;
}

export function leaveSeats(agent: Agent): void {
  for (const seat of agent.seats) {
    if (seat.heapIndex >= 0) seat.line.ring.remove(seat);
  }
  agent.seated = 0;
}

/** The seat's idleSeq must be set; bounds of the line's candidates stay true. */
export function takeSeat(seat: Seat): void {
  const { line } = seat;
  line.ring.push(seat, seat.idleSeq);
  if (seat.heapIndex !== 0) return;
  if (line.absent.length > 0) seatAbsentCandidate(line);
  if (seat.idleSeq < line.maxBound) lowerBounds(line, seat.idleSeq);
}

/** Brings back the candidates that were dropped while the line was empty. */
export function seatAbsentCandidate(line: Line): void {
  const first = line.ring.peek();
  if (!first) return;
  for (const candidate of line.absent) {
    candidate.bound = first.idleSeq;
    candidate.demand.candidates.push(candidate, candidate.rank);
  }
  line.absent.length = 0;
  if (first.idleSeq > line.maxBound) line.maxBound = first.idleSeq;
}

/** Somebody came back to an earlier place: bounds must not exceed it. */
function lowerBounds(line: Line, idleSeq: number): void {
  for (const candidate of line.candidates) {
    if (candidate.bound <= idleSeq) continue;
    candidate.bound = idleSeq;
    if (candidate.heapIndex >= 0) candidate.demand.candidates.move(candidate, candidate.rank);
  }
}
