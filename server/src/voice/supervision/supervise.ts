import type { Supervision, SupervisionMode } from "@vera/contracts/voice";
import { DomainError, type UserId } from "../../platform/index.ts";
import { bridge, ignoringGone } from "../bridges/call-bridges.ts";
import { agentLegs, type Call, type Leg } from "../calls/call-record.ts";
import { dialPhone } from "../calls/dial-agent.ts";
import { callChanged, patch } from "../calls/screens.ts";
import type { Voice } from "../voice.ts";
import { makeSnoop, removeSnoop } from "./snoop.ts";
import { type SupervisionRecord, viewOf } from "./supervision-record.ts";

const RING_SECONDS = 15;

export interface Supervise {
  readonly supervisorId: UserId;
  readonly supervisorName: string;
  readonly call: Call;
  readonly agentId: UserId | null;
  readonly mode: SupervisionMode;
}

/**
 * Listen: the supervisor hears both, nobody hears them. Whisper: only the agent hears them. Barge: everybody does. The
 * mode changes without ringing again; another call ends the former one.
 */
export async function supervise(voice: Voice, wish: Supervise): Promise<Supervision> {
  const agent = supervised(wish);
  const existing = voice.supervisions.of(wish.supervisorId);
  if (existing && existing.call === wish.call) {
    if (existing.agent !== agent && existing.mode !== "barge") existing.agent = agent;
    await changeMode(voice, existing, wish.mode);
    return viewOf(existing);
  }
  if (existing) await endSupervision(voice, existing);
  return await ringSupervisor(voice, wish, agent);
}

function supervised({ call, agentId, supervisorId }: Supervise): Leg {
  const talkers = agentLegs(call).filter((leg) => leg.state === "up" && leg.talkStartedAt);
  if (talkers.some((leg) => leg.agentId === supervisorId)) {
    throw new DomainError("conflict", "You are on that call yourself", { key: "ownCall" });
  }
  const leg = agentId ? talkers.find((talker) => talker.agentId === agentId) : talkers[0];
  if (!leg) throw new DomainError("conflict", "No agent talks on that call now", { key: "nobodyTalks" });
  return leg;
}

async function ringSupervisor(voice: Voice, wish: Supervise, agent: Leg): Promise<Supervision> {
  const { supervisorId } = wish;
  const endpoint = voice.phones.dialString(supervisorId);
  if (!endpoint) {
    throw new DomainError("conflict", "Your telephone is not connected; choose your headset first", {
      key: "ownPhoneMissing",
    });
  }
  const record: SupervisionRecord = {
    supervisorId,
    supervisorName: wish.supervisorName,
    call: wish.call,
    agent,
    phoneChannelId: `super-${voice.platform.ids.uuid()}`,
    mode: wish.mode,
    status: "ringing",
    startedAt: voice.platform.clock.now(),
    bridgeId: null,
    snoopId: null,
    snoops: 0,
  };
  voice.supervisions.add(record);
  show(voice, record);
  try {
    await dialPhone(voice, {
      endpoint,
      channelId: record.phoneChannelId,
      shown: null,
      timeoutSeconds: RING_SECONDS,
      headers: { "X-Vera-Interaction": wish.call.interactionId, "X-Vera-Answer": "auto" },
    });
  } catch (error) {
    await endSupervision(voice, record);
    throw error;
  }
  return viewOf(record);
}

/** The supervisor's phone is up. */
export async function supervisorLifted(voice: Voice, record: SupervisionRecord): Promise<void> {
  const bridgeId = `${record.phoneChannelId}-bridge`;
  await voice.ari.call("POST /bridges", { type: "mixing", bridgeId, name: bridgeId });
  record.bridgeId = bridgeId;
  await voice.ari.call("POST /bridges/{bridgeId}/addChannel", { bridgeId, channel: record.phoneChannelId });
  record.status = "live";
  const { mode } = record;
  await enter(voice, record, mode);
  show(voice, record);
}

async function changeMode(voice: Voice, record: SupervisionRecord, mode: SupervisionMode): Promise<void> {
  const before = record.mode;
  record.mode = mode;
  if (record.status === "live") {
    if (before === "barge" && mode !== "barge") await leaveTalk(voice, record);
    await enter(voice, record, mode);
  }
  show(voice, record);
}

async function enter(voice: Voice, record: SupervisionRecord, mode: SupervisionMode): Promise<void> {
  if (mode === "barge") return await enterTalk(voice, record);
  if (!record.bridgeId) return;
  // What a snoop says cannot be changed while it lives: the new one first, so that not a word is missed.
  const former = record.snoopId;
  record.snoopId = await makeSnoop(voice, record, mode);
  await voice.ari.call("POST /bridges/{bridgeId}/addChannel", {
    bridgeId: record.bridgeId,
    channel: record.snoopId,
  });
  if (former) await removeSnoop(voice, former);
}

async function enterTalk(voice: Voice, record: SupervisionRecord): Promise<void> {
  const { call } = record;
  await voice.ari.call("POST /bridges/{bridgeId}/addChannel", {
    bridgeId: await bridge(voice, call, "talk"),
    channel: record.phoneChannelId,
    inhibitConnectedLineUpdates: true,
  });
  if (record.snoopId) await removeSnoop(voice, record.snoopId);
  record.snoopId = null;
  call.barged.set(record.supervisorId, record.supervisorName);
  callChanged(voice, call);
}

async function leaveTalk(voice: Voice, record: SupervisionRecord): Promise<void> {
  if (!record.bridgeId) return;
  await voice.ari.call("POST /bridges/{bridgeId}/addChannel", {
    bridgeId: record.bridgeId,
    channel: record.phoneChannelId,
  });
  record.call.barged.delete(record.supervisorId);
  callChanged(voice, record.call);
}

/** Also when the supervisor hangs up, the call ends, or the agent leaves it. Twice does nothing. */
export async function endSupervision(voice: Voice, record: SupervisionRecord): Promise<void> {
  if (voice.supervisions.of(record.supervisorId) !== record) return;
  voice.supervisions.remove(record);
  patch(voice, record.supervisorId, ["supervision"], null);
  if (record.call.barged.delete(record.supervisorId) && record.call.phase !== "ended") {
    callChanged(voice, record.call);
  }
  const { phoneChannelId: channelId, snoopId, bridgeId } = record;
  await ignoringGone(voice.ari.call("DELETE /channels/{channelId}", { channelId }));
  if (snoopId) await removeSnoop(voice, snoopId);
  if (bridgeId) await ignoringGone(voice.ari.call("DELETE /bridges/{bridgeId}", { bridgeId }));
}

/** The agent who is listened to leaves the call. */
export function superviseeGone(voice: Voice, call: Call, leg: Leg): void {
  for (const record of voice.supervisions.ofCall(call.interactionId)) {
    if (record.agent !== leg || record.mode === "barge") continue;
    void endSupervision(voice, record).catch((err: unknown) => {
      voice.log.warn({ err, interactionId: call.interactionId }, "a supervision did not end cleanly");
    });
  }
}

function show(voice: Voice, record: SupervisionRecord): void {
  patch(voice, record.supervisorId, ["supervision"], viewOf(record));
}
