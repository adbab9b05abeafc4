import type { QueueOutcome, SegmentKind } from "@vera/contracts/conversations";
import type { QueueId, SegmentId, UserId } from "../../platform/index.ts";

export interface OpenSegment {
  readonly id: SegmentId;
  readonly kind: SegmentKind;
  readonly agentId: UserId | null;
  readonly queueId: QueueId | null;
  readonly startedAt: Date;
}

export interface NextSegment {
  readonly kind: SegmentKind;
  readonly agentId: UserId | null;
}

const OF_THE_CITIZEN: readonly SegmentKind[] = ["ivr", "queue"];
const WITH_THE_CITIZEN: readonly SegmentKind[] = ["talk", "hold"];

export function belongsToCitizen(kind: SegmentKind): boolean {
  return OF_THE_CITIZEN.includes(kind);
}

/**
 * Which open segments end because `next` begins. Within a lane (one agent, or the citizen) one thing at a time;
 * and a citizen is either in a menu or queue, or with agents: two agents may talk at once (conference), but
 * nobody talks to a citizen who waits. An offer leaves the queue running: waiting ends when somebody answers.
 */
export function endedBy(open: readonly OpenSegment[], next: NextSegment): OpenSegment[] {
  return open.filter((segment) => {
    if (segment.agentId === next.agentId) return true;
    if (WITH_THE_CITIZEN.includes(next.kind)) return belongsToCitizen(segment.kind);
    return belongsToCitizen(next.kind) && WITH_THE_CITIZEN.includes(segment.kind);
  });
}

/** Segments that the end of the interaction closes: wrap-up is the agent's and goes on. */
export function endedWithInteraction(open: readonly OpenSegment[]): OpenSegment[] {
  return open.filter((segment) => segment.kind !== "wrap-up");
}

/** What ends a stay in a queue when the caller of the command did not say. */
export function queueOutcomeOf(next: NextSegment): QueueOutcome {
  return WITH_THE_CITIZEN.includes(next.kind) ? "answered" : "left";
}
