import type { EndReason } from "@vera/contracts/conversations";
import { openInteraction } from "../../conversations/index.ts";
import {
  asSystem,
  type CitizenId,
  DomainError,
  type InteractionId,
  type TenantId,
  type UserId,
} from "../../platform/index.ts";
import { hangUp, putInTalk } from "../bridges/call-bridges.ts";
import { adoptRecording } from "../recordings/adopt-recording.ts";
import { mustHavePhone } from "../transfers/consult.ts";
import { startRingback, stopRingback } from "../transfers/ringback.ts";
import type { OutboundOutcome, Voice } from "../voice.ts";
import { contactStarted } from "./agent-left.ts";
import { CallJournal } from "./call-journal.ts";
import { addLeg, type Call, type CallEndReason, type Leg, newCall } from "./call-record.ts";
import { dialAgent } from "./dial-agent.ts";
import { endCall } from "./end-call.ts";
import { beginSegment } from "./ribbon.ts";
import { callChanged } from "./screens.ts";
import { insertCall, rememberRequest } from "./store.ts";

export interface OwnCall {
  readonly requestId: string;
  readonly agentId: UserId;
  readonly tenantId: TenantId;
  readonly number: string;
  readonly citizenId: CitizenId | null;
  readonly parentInteractionId: InteractionId | null;
}

const OWN_PHONE_SECONDS = 10;
const RING_SECONDS = 45;

/** The agent calls somebody: their own phone lifts by itself, then the number is dialled with the tenant's caller-id. */
export async function placeCall(voice: Voice, wish: OwnCall): Promise<{ interactionId: InteractionId }> {
  const { agentId, tenantId } = wish;
  const { e164, callerId } = await voice.outbound.check({ tenantId, number: wish.number });
  mustHavePhone(voice, agentId);
  const at = voice.platform.clock.now();
  const opened = await open(voice, wish, { e164, callerId, at });
  const { interactionId } = opened;
  if (opened.repeated) return { interactionId };
  const call = newCall({
    interactionId,
    tenantId,
    direction: "outbound",
    peerNumber: e164,
    ownNumber: callerId,
    citizenId: wish.citizenId,
    startedAt: at,
    phase: "agents",
    journal: new CallJournal(voice.platform, { interactionId }),
  });
  voice.calls.add(call);
  const leg = ownLeg(voice, call, agentId);
  await reserve(voice, call, agentId);
  callChanged(voice, call);
  await ringOwnPhone(voice, call, leg);
  return { interactionId };
}

/** The agent's side of a call of their own. */
export function ownLeg(voice: Voice, call: Call, agentId: UserId): Leg {
  const given = { channelId: `own-${call.interactionId}`, role: "agent", agentId, accepted: true } as const;
  const leg = addLeg(call, given, voice.platform.clock.now());
  voice.calls.track(call, leg);
  return leg;
}

/** It lifts by itself; dialCitizen follows. */
export async function ringOwnPhone(voice: Voice, call: Call, leg: Leg): Promise<void> {
  const { interactionId } = call;
  await dialAgent(voice, call, { leg, timeoutSeconds: OWN_PHONE_SECONDS, answersItself: true }).catch(
    (err: unknown) => {
      voice.log.warn({ err, interactionId }, "an agent's own phone could not be rung");
      voice.legEnded(leg.channelId, { cause: "device" });
    },
  );
}

async function open(
  voice: Voice,
  wish: OwnCall,
  { e164, callerId, at }: { e164: string; callerId: string; at: Date },
): Promise<{ repeated: boolean; interactionId: InteractionId }> {
  return await asSystem(voice.platform, "voice", async (ctx) => {
    const { interactionId } = await openInteraction(ctx, {
      tenantId: wish.tenantId,
      channel: "voice",
      direction: "outbound",
      fromAddress: callerId,
      toAddress: e164,
      citizenId: wish.citizenId ?? undefined,
      parentId: wish.parentInteractionId ?? undefined,
      externalId: `own:${wish.requestId}`,
      at,
    });
    const remembered = await rememberRequest(ctx, {
      requestId: wish.requestId,
      userId: wish.agentId,
      interactionId,
    });
    if (remembered.repeated) return remembered;
    await insertCall(ctx, {
      call: {
        interactionId,
        tenantId: wish.tenantId,
        direction: "outbound",
        entryPointId: null,
        citizenChannelId: null,
        peerNumber: e164,
        ownNumber: callerId,
        startedAt: at,
      },
      recording: null,
    });
    return remembered;
  });
}

async function reserve(voice: Voice, call: Call, agentId: UserId): Promise<void> {
  try {
    await contactStarted(voice, call, { agentId, kind: "outgoing" });
  } catch (error) {
    await endCall(voice, call, { reason: "failed", shown: "failed" });
    throw error;
  }
}

/** The agent's own phone is up: now the other side is dialled, and the agent hears it ring. */
export async function dialCitizen(voice: Voice, call: Call, leg: Leg): Promise<void> {
  leg.talkStartedAt = null;
  await putInTalk(voice, call, [leg]);
  leg.talkStartedAt = null; // the talk begins when the other side answers
  callChanged(voice, call);
  await startRingback(voice, leg);
  const answer = await tryLines(voice, call);
  if (call.phase === "ended") return;
  await stopRingback(voice, leg);
  if (answer.status === "answered") await citizenAnswered(voice, call, { leg, channelId: answer.channelId });
  else await notReached(voice, call, answer.status);
}

async function tryLines(voice: Voice, call: Call): Promise<OutboundOutcome> {
  const { tenantId, interactionId, peerNumber } = call;
  try {
    return await voice.outbound.dial({
      tenantId,
      interactionId,
      number: peerNumber ?? "",
      showNumber: null,
      purpose: "agent",
      timeoutSeconds: RING_SECONDS,
      signal: call.stop.signal,
    });
  } catch (err) {
    if (!(err instanceof DomainError))
      voice.log.error({ err, interactionId }, "an agent's call could not be dialled");
    return { status: "failed" };
  }
}

async function citizenAnswered(
  voice: Voice,
  call: Call,
  { leg, channelId }: { leg: Leg; channelId: string },
): Promise<void> {
  const given = { channelId, role: "citizen", number: call.peerNumber, state: "up", accepted: true } as const;
  const citizen = addLeg(call, given, voice.platform.clock.now());
  voice.calls.track(call, citizen);
  await adoptRecording(voice, call, citizen);
  if (leg.gone.signal.aborted || !leg.agentId) return await hangUp(voice, citizen);
  await putInTalk(voice, call, [citizen]);
  leg.talkStartedAt = voice.platform.clock.now();
  call.talkers.set(leg.agentId, leg.name);
  beginSegment(voice, call, { kind: "talk", agentId: leg.agentId, at: leg.talkStartedAt });
  await voice.ports.routing.connected({ agentId: leg.agentId, interactionId: call.interactionId });
  callChanged(voice, call);
}

async function notReached(
  voice: Voice,
  call: Call,
  status: Exclude<OutboundOutcome["status"], "answered">,
): Promise<void> {
  const [reason, shown] = END_OF[status];
  await endCall(voice, call, { reason, shown });
}

const END_OF = {
  busy: ["busy", "busy"],
  "no-answer": ["not-answered", "no-answer"],
  rejected: ["rejected", "rejected"],
  failed: ["failed", "failed"],
  cancelled: ["agent-ended", "agent-hung-up"],
} as const satisfies Record<string, readonly [EndReason, CallEndReason]>;
