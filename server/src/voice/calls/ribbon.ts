import type { CallSegmentKind } from "@vera/contracts/voice";
import { endSegment, startSegment } from "../../conversations/index.ts";
import type { UserId } from "../../platform/index.ts";
import type { Voice } from "../voice.ts";
import type { Call } from "./call-record.ts";

const OF_THE_CITIZEN: readonly CallSegmentKind[] = ["ivr", "queue"];
const WITH_THE_CITIZEN: readonly CallSegmentKind[] = ["talk", "hold"];

export interface SegmentStart {
  readonly kind: Exclude<CallSegmentKind, "queue" | "ivr">;
  readonly agentId: UserId;
  readonly at?: Date;
}

/** An agent's slice begins, on the desk's ribbon now and in conversations in its turn. */
export function beginSegment(voice: Voice, call: Call, { kind, agentId, at }: SegmentStart): void {
  const startedAt = at ?? voice.platform.clock.now();
  showSegment(call, { kind, agentId, startedAt });
  void call.journal.write(`segment ${kind}`, (ctx) =>
    startSegment(ctx, { interactionId: call.interactionId, kind, agentId, at: startedAt }),
  );
}

export function finishSegment(voice: Voice, call: Call, { kind, agentId }: Omit<SegmentStart, "at">): void {
  const at = voice.platform.clock.now();
  for (const segment of call.segments) {
    if (segment.kind === kind && segment.agentId === agentId) segment.endedAt ??= at;
  }
  void call.journal.write(`end of segment ${kind}`, (ctx) =>
    endSegment(ctx, { interactionId: call.interactionId, kind, agentId, at }),
  );
}

/** Only the picture. Ends what the new slice replaces, by the rule of conversations/interactions/segment-lanes.ts. */
export function showSegment(
  call: Call,
  next: { kind: CallSegmentKind; agentId: UserId | null; startedAt: Date },
): void {
  for (const segment of call.segments) {
    if (segment.endedAt === null && replaces(next, segment)) segment.endedAt = next.startedAt;
  }
  call.segments.push({ ...next, endedAt: null });
}

function replaces(
  next: { kind: CallSegmentKind; agentId: UserId | null },
  open: { kind: CallSegmentKind; agentId: UserId | null },
): boolean {
  if (open.agentId === next.agentId) return true;
  if (WITH_THE_CITIZEN.includes(next.kind)) return OF_THE_CITIZEN.includes(open.kind);
  return OF_THE_CITIZEN.includes(next.kind) && WITH_THE_CITIZEN.includes(open.kind);
}
