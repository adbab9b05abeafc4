import { createHash } from "node:crypto";
import type { EndReason, QueueOutcome, SegmentKind } from "@vera/contracts/conversations";
import type { Static } from "typebox";
import {
  interactionAnswered,
  interactionEmergencyMarked,
  interactionEnded,
  interactionLeftQueue,
  interactionSegmentEnded,
} from "../../conversations/index.ts";
import { type Context, emit, type TenantId } from "../../platform/index.ts";
import { agentStateChanged, type OFFER_OUTCOMES, offerEnded } from "../../routing/index.ts";
import { seizureEnded } from "../../voice/index.ts";

/** The same name is the same id in every run, so that a failing test names the same thing twice. */
export function id(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** "08:05:10" in Santa Fe on Tuesday 2026-03-10; "+1 00:10:00" is the day after. */
export function at(text: string): string {
  const [clock, day] = text.startsWith("+1 ") ? [text.slice(3), "2026-03-11"] : [text, "2026-03-10"];
  return new Date(`${day}T${clock}-03:00`).toISOString();
}

function later(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + Math.round(seconds * 1000)).toISOString();
}

export interface Attendance {
  readonly agent: string;
  readonly from: string;
  readonly talk?: number;
  readonly hold?: number;
  readonly consult?: number;
  readonly wrapUp?: number;
}

export interface Call {
  readonly name: string;
  readonly queue: string;
  /** When it entered the queue. */
  readonly at: string;
  /** Seconds in the queue. */
  readonly wait: number;
  readonly outcome: QueueOutcome;
  readonly attended?: readonly Attendance[];
  readonly direction?: "inbound" | "outbound";
  readonly emergency?: string;
  /** Still going on when the day is looked at. */
  readonly unfinished?: boolean;
}

/** Writes the events of one call as the modules write them. All durations are seconds. */
export async function writeCall(ctx: Context, tenantId: TenantId, call: Call): Promise<void> {
  const which = {
    interactionId: id(call.name),
    conversationId: id(call.name),
    channel: "voice" as const,
    direction: call.direction ?? "inbound",
  };
  const target = { tenantId, key: which.interactionId };
  const enteredAt = at(call.at);
  const leftAt = later(enteredAt, call.wait);
  const [first] = call.attended ?? [];
  await emit(ctx, interactionLeftQueue, {
    ...target,
    data: {
      ...which,
      visitId: id(`v-${call.name}`),
      queueId: id(call.queue),
      enteredAt,
      leftAt,
      waitMs: Math.round(call.wait * 1000),
      outcome: call.outcome,
      agentId: first ? id(first.agent) : null,
    },
  });
  if (call.emergency) {
    const data = { ...which, service: call.emergency, at: leftAt };
    await emit(ctx, interactionEmergencyMarked, { ...target, data });
  }
  for (const [index, attendance] of (call.attended ?? []).entries()) {
    await writeAttendance(ctx, { target, which, queueId: id(call.queue), attendance, index });
  }
  if (!call.unfinished) await writeEnd(ctx, { target, which, enteredAt, leftAt });
}

type Which = Pick<
  Static<typeof interactionAnswered.schema>,
  "interactionId" | "conversationId" | "channel" | "direction"
>;
interface Target {
  readonly tenantId: TenantId;
  readonly key: string;
}

async function writeAttendance(
  ctx: Context,
  input: { target: Target; which: Which; queueId: string; attendance: Attendance; index: number },
): Promise<void> {
  const { target, which, queueId, attendance, index } = input;
  const agentId = id(attendance.agent);
  const answeredAt = at(attendance.from);
  const data = { ...which, agentId, queueId, answeredAt, first: index === 0 };
  await emit(ctx, interactionAnswered, { ...target, data });
  const lengths: [SegmentKind, number | undefined][] = [
    ["talk", attendance.talk],
    ["hold", attendance.hold],
    ["consult", attendance.consult],
    ["wrap-up", attendance.wrapUp],
  ];
  let startedAt = answeredAt;
  for (const [kind, seconds] of lengths) {
    if (seconds === undefined) continue;
    const endedAt = later(startedAt, seconds);
    const segmentId = id(`${kind} ${index} ${which.interactionId}`);
    const segment = { ...which, segmentId, kind, agentId, queueId, startedAt, endedAt };
    await emit(ctx, interactionSegmentEnded, { ...target, data: { ...segment, durationMs: seconds * 1000 } });
    startedAt = endedAt;
  }
}

async function writeEnd(
  ctx: Context,
  { target, which, enteredAt, leftAt }: { target: Target; which: Which; enteredAt: string; leftAt: string },
): Promise<void> {
  await emit(ctx, interactionEnded, {
    ...target,
    data: {
      ...which,
      entryPointId: null,
      citizenId: null,
      reason: "citizen-left" satisfies EndReason,
      startedAt: enteredAt,
      answeredAt: null,
      endedAt: later(leftAt, 600),
      queueId: null,
      agentId: null,
      emergency: null,
      waitMs: 0,
      talkMs: 0,
      holdMs: 0,
    },
  });
}

export async function writeOffer(
  ctx: Context,
  tenantId: TenantId,
  offer: { name: string; agent: string; queue: string; at: string; outcome: (typeof OFFER_OUTCOMES)[number] },
): Promise<void> {
  const interactionId = id(`i-${offer.name}`);
  const data = {
    offerId: id(offer.name),
    interactionId,
    queueId: id(offer.queue),
    agentId: id(offer.agent),
    channel: "voice" as const,
    contactKind: "incoming" as const,
    callbackId: null,
    outcome: offer.outcome,
    madeAt: at(offer.at),
    at: later(at(offer.at), 5),
  };
  await emit(ctx, offerEnded, { tenantId, key: interactionId, data });
}

type AgentState = Static<typeof agentStateChanged.schema>;

export async function writeAgentState(
  ctx: Context,
  tenantId: TenantId,
  change: { agent: string; at: string; state: AgentState["state"]; activity?: AgentState["activity"] },
): Promise<void> {
  const since = at(change.at);
  const state = {
    state: change.state,
    reason: null,
    activity: change.activity ?? "idle",
    since,
    activitySince: since,
  };
  await emit(ctx, agentStateChanged, {
    tenantId,
    key: id(change.agent),
    data: {
      agentId: id(change.agent),
      ...state,
      requestedNext: null,
      interactionId: null,
      queueId: null,
      previous: state,
      at: since,
    },
  });
}

export async function writeSeizure(
  ctx: Context,
  tenantId: TenantId,
  seizure: {
    name: string;
    trunk: string;
    at: string;
    outcome: Static<typeof seizureEnded.schema>["outcome"];
    talk?: number;
    call?: string;
  },
): Promise<void> {
  const talkSeconds = seizure.talk ?? 0;
  await emit(ctx, seizureEnded, {
    tenantId,
    key: id(seizure.name),
    data: {
      trunkId: id(seizure.trunk),
      trunkName: seizure.trunk,
      routeId: null,
      interactionId: seizure.call ? id(seizure.call) : null,
      direction: seizure.call ? "outbound" : "inbound",
      answered: seizure.outcome === "answered",
      outcome: seizure.outcome,
      cause: 16,
      startedAt: at(seizure.at),
      endedAt: later(at(seizure.at), 2 + talkSeconds),
      setupSeconds: 2,
      talkSeconds,
    },
  });
}
