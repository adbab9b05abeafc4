import Type, { type Static } from "typebox";
import { Value } from "typebox/value";
import type { Voice } from "../voice.ts";
import type { Call } from "./call-record.ts";
import { saveLive } from "./store.ts";

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Nullable(Type.String());

const SavedLeg = Type.Object({
  channelId: Type.String(),
  role: Type.Enum(["citizen", "agent", "outside"] as const),
  agentId: text,
  number: text,
  name: text,
  muted: Type.Boolean(),
  offerId: text,
  accepted: Type.Boolean(),
  talkStartedAt: text,
  musicPlaybackId: text,
});

/** What a restarted process cannot learn from Asterisk. */
export const SavedCall = Type.Object({
  phase: Type.Enum(["flow", "agents", "ended"] as const),
  peerName: text,
  citizenId: text,
  queueId: text,
  queueName: text,
  recording: Type.Object({ state: Type.Enum(["off", "on", "paused"] as const), path: text }),
  plannedEnd: text,
  consult: Nullable(
    Type.Object({
      byAgentId: Type.String(),
      targetChannelId: text,
      peer: Type.Object({ name: text, number: text }),
      status: Type.Enum(["ringing", "talk", "joined"] as const),
      startedAt: Type.String(),
    }),
  ),
  legs: Type.Array(SavedLeg),
  contacts: Type.Array(Type.String()),
  segments: Type.Array(
    Type.Object({
      kind: Type.String(),
      agentId: text,
      startedAt: Type.String(),
      endedAt: text,
    }),
  ),
});
export type SavedCall = Static<typeof SavedCall>;

const waiting = new WeakSet<Call>();

/** Keeps the newest picture of the call; several changes in a row become one write. */
export function saveCall(_voice: Voice, call: Call): void {
  if (waiting.has(call) || call.phase === "ended") return;
  waiting.add(call);
  void call.journal.write("live state", async (ctx) => {
    waiting.delete(call);
    if (call.phase !== "ended")
      await saveLive(ctx, { interactionId: call.interactionId, live: pictureOf(call) });
  });
}

function pictureOf(call: Call): SavedCall {
  return {
    phase: call.phase,
    peerName: call.peerName,
    citizenId: call.citizenId,
    queueId: call.queueId,
    queueName: call.queueName,
    recording: call.recording,
    plannedEnd: call.plannedEnd,
    consult: call.consult && {
      byAgentId: call.consult.byAgentId,
      targetChannelId: call.consult.target?.channelId ?? null,
      peer: call.consult.peer,
      status: call.consult.status,
      startedAt: call.consult.startedAt.toISOString(),
    },
    contacts: [...call.contacts],
    legs: [...call.legs.values()].map((leg) => ({
      channelId: leg.channelId,
      role: leg.role,
      agentId: leg.agentId,
      number: leg.number,
      name: leg.name,
      muted: leg.muted,
      offerId: leg.offerId,
      accepted: leg.accepted,
      talkStartedAt: leg.talkStartedAt?.toISOString() ?? null,
      musicPlaybackId: leg.musicPlaybackId,
    })),
    segments: call.segments.map((segment) => ({
      kind: segment.kind,
      agentId: segment.agentId,
      startedAt: segment.startedAt.toISOString(),
      endedAt: segment.endedAt?.toISOString() ?? null,
    })),
  };
}

export function readSaved(live: unknown): SavedCall | null {
  return Value.Check(SavedCall, live) ? live : null;
}
