import type { EndReason } from "@vera/contracts/conversations";
import type { CallSegmentKind } from "@vera/contracts/voice";
import { asSystem, type CitizenId, type OfferId, type QueueId, type UserId } from "../platform/index.ts";
import type { Bridge, Channel } from "./ari/asterisk-api.ts";
import { bridgeId, ignoringGone } from "./bridges/call-bridges.ts";
import { agentLeft } from "./calls/agent-left.ts";
import { channelGone } from "./calls/ari-events.ts";
import { CallJournal } from "./calls/call-journal.ts";
import { addLeg, agentLeg, type Call, type Leg, newCall, type Place } from "./calls/call-record.ts";
import { endCall } from "./calls/end-call.ts";
import { requeue } from "./calls/requeue.ts";
import { agentLifted, leaveQueue } from "./calls/ring-agent.ts";
import { runFlow } from "./calls/run-flow.ts";
import { readSaved, type SavedCall } from "./calls/save-call.ts";
import { callChanged } from "./calls/screens.ts";
import { type CallRow, liveCalls } from "./calls/store.ts";
import { takeArrivals } from "./take-arrivals.ts";
import type { Voice } from "./voice.ts";

interface Engine {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly bridges: readonly Bridge[];
}

/**
 * Our process was away while Asterisk went on. The database says what the channels mean, Asterisk says which of them exist: talks go on
 * untouched, a flow is resumed at its place, what is gone is closed.
 */
export async function adoptCalls(voice: Voice): Promise<{ adopted: number; closed: number }> {
  const engine = await readEngine(voice);
  const rows = await asSystem(voice.platform, "voice", liveCalls);
  let adopted = 0;
  for (const row of rows) {
    if (voice.calls.byInteraction(row.interactionId)) continue;
    if (await adoptCall(voice, row, engine)) adopted += 1;
  }
  await removeStrays(voice, engine);
  await takeArrivals(voice, engine.channels.values());
  return { adopted, closed: rows.length - adopted };
}

async function readEngine(voice: Voice): Promise<Engine> {
  const [channels, bridges] = await Promise.all([
    voice.ari.call("GET /channels"),
    voice.ari.call("GET /bridges"),
  ]);
  return { channels: new Map(channels.map((channel) => [channel.id, channel])), bridges };
}

async function adoptCall(voice: Voice, row: CallRow & { live: unknown }, engine: Engine): Promise<boolean> {
  const saved = readSaved(row.live);
  const call = rebuild(voice, row, saved);
  voice.calls.add(call);
  restoreLegs(voice, call, { saved, row, engine });
  for (const purpose of ["talk", "hold"] as const) {
    const id = bridgeId(call, purpose);
    if (engine.bridges.some((bridge) => bridge.id === id)) call.bridges.set(purpose, Promise.resolve(id));
  }
  if (!call.citizen) {
    void leaveQueue(voice, call.interactionId);
    const reason = call.direction === "outbound" ? "failed" : "interrupted";
    await endCall(voice, call, { reason, shown: "interrupted" });
    return false;
  }
  restoreConsult(call, saved);
  for (const agentId of [...call.contacts]) {
    if (!agentLeg(call, agentId)) agentLeft(voice, call, { agentId, channelId: "" });
  }
  callChanged(voice, call);
  resume(voice, call, saved);
  return true;
}

function rebuild(voice: Voice, row: CallRow, saved: SavedCall | null): Call {
  const { interactionId, tenantId, direction, entryPointId, peerNumber, ownNumber, startedAt } = row;
  const call = newCall({
    interactionId,
    tenantId,
    direction,
    entryPointId,
    peerNumber,
    ownNumber,
    startedAt,
    journal: new CallJournal(voice.platform, { interactionId }),
    peerName: saved?.peerName ?? null,
    citizenId: (saved?.citizenId ?? null) as CitizenId | null,
    queueId: (saved?.queueId ?? null) as QueueId | null,
    queueName: saved?.queueName ?? null,
    phase: saved?.phase === "agents" ? "agents" : "flow",
    recording: saved?.recording ?? { state: "off", path: null },
  });
  call.plannedEnd = (saved?.plannedEnd ?? null) as EndReason | null;
  for (const agentId of saved?.contacts ?? []) call.contacts.add(agentId as UserId);
  for (const segment of saved?.segments ?? []) {
    call.segments.push({
      kind: segment.kind as CallSegmentKind,
      agentId: segment.agentId as UserId | null,
      startedAt: new Date(segment.startedAt),
      endedAt: segment.endedAt === null ? null : new Date(segment.endedAt),
    });
  }
  return call;
}

/** Legs as they were saved, as far as their channels exist. A call that was never saved has at least its citizen. */
function restoreLegs(
  voice: Voice,
  call: Call,
  { saved, row, engine }: { saved: SavedCall | null; row: CallRow; engine: Engine },
): void {
  const legs = saved?.legs ?? [];
  const known = legs.length > 0 || !row.citizenChannelId ? legs : [bareCitizen(row, row.citizenChannelId)];
  for (const one of known) {
    const channel = engine.channels.get(one.channelId);
    if (one.agentId && one.talkStartedAt) call.talkers.set(one.agentId as UserId, one.name);
    if (!channel) continue;
    const leg = addLeg(
      call,
      {
        channelId: one.channelId,
        role: one.role,
        agentId: one.agentId as UserId | null,
        number: one.number,
        name: one.name,
        offerId: one.offerId as OfferId | null,
        accepted: one.accepted,
        state: channel.state === "Up" ? "up" : "ringing",
        place: placeOf(call, one.channelId, engine.bridges),
      },
      voice.platform.clock.now(),
    );
    leg.muted = one.muted;
    leg.musicPlaybackId = one.musicPlaybackId;
    leg.talkStartedAt = one.talkStartedAt === null ? null : new Date(one.talkStartedAt);
    voice.calls.track(call, leg);
  }
}

function bareCitizen(row: CallRow, channelId: string): SavedCall["legs"][number] {
  return {
    channelId,
    role: "citizen",
    agentId: null,
    number: row.peerNumber,
    name: null,
    muted: false,
    offerId: null,
    accepted: true,
    talkStartedAt: null,
    musicPlaybackId: null,
  };
}

function placeOf(call: Call, channelId: string, bridges: readonly Bridge[]): Place {
  const bridge = bridges.find(({ channels }) => channels.includes(channelId));
  if (bridge?.id === bridgeId(call, "talk")) return "talk";
  return bridge?.id === bridgeId(call, "hold") ? "hold" : "flow";
}

function restoreConsult(call: Call, saved: SavedCall | null): void {
  const consult = saved?.consult;
  const target = consult?.targetChannelId ? call.legs.get(consult.targetChannelId) : undefined;
  if (!consult || !target) return; // a number that was being dialled is lost with the process that dialled it
  call.consult = {
    byAgentId: consult.byAgentId as UserId,
    target,
    peer: consult.peer,
    stop: new AbortController(),
    status: consult.status,
    startedAt: new Date(consult.startedAt),
  };
}

function resume(voice: Voice, call: Call, saved: SavedCall | null): void {
  const failed = (err: unknown): void => {
    voice.log.error({ err, interactionId: call.interactionId }, "an adopted call could not be resumed");
  };
  // A phone that was lifted while we were away.
  for (const leg of call.legs.values()) {
    if (leg.role === "agent" && leg.state === "up" && !leg.talkStartedAt) {
      void agentLifted(voice, call, leg).catch(failed);
    }
  }
  if (call.phase === "flow") void resumeFlow(voice, call, saved).catch(failed);
  else if (![...call.legs.values()].some((leg) => leg.role !== "citizen"))
    void requeue(voice, call).catch(failed);
}

async function resumeFlow(voice: Voice, call: Call, saved: SavedCall | null): Promise<void> {
  const { citizen } = call;
  if (!citizen) return;
  await stopOldMusic(voice, citizen);
  // With an agent's part in its past the citizen waits in a queue of ours, not in a flow.
  const served = saved?.segments.some(({ kind }) => kind === "talk") ?? false;
  if (served || !call.entryPointId) await requeue(voice, call);
  else await runFlow(voice, call, { resumed: true });
}

/** The music of the former process would go before everything that is played from here on. */
async function stopOldMusic(voice: Voice, leg: Leg): Promise<void> {
  const playbackId = leg.musicPlaybackId;
  if (playbackId) await ignoringGone(voice.ari.call("DELETE /playbacks/{playbackId}", { playbackId }));
}

/** Snoops, supervisors' lines and bridges that nobody alive knows of. */
async function removeStrays(voice: Voice, engine: Engine): Promise<void> {
  for (const { id } of engine.channels.values()) {
    if (/^(super|offer|consult|to|back|own)-/.test(id) && !voice.calls.byChannel(id)) {
      await ignoringGone(voice.ari.call("DELETE /channels/{channelId}", { channelId: id }));
    }
  }
  const wanted = new Set(
    voice.calls
      .all()
      .flatMap((call) => (["talk", "hold"] as const).map((purpose) => bridgeId(call, purpose))),
  );
  for (const { id } of engine.bridges) {
    if (/^(talk|hold|super)-/.test(id) && !wanted.has(id)) {
      await ignoringGone(voice.ari.call("DELETE /bridges/{bridgeId}", { bridgeId: id }));
    }
  }
}

/** The socket was cut and is back, our process never left: whose channel is gone meanwhile is closed. `lost`: Asterisk itself restarted. */
export async function reconcile(voice: Voice, { lost }: { lost: boolean }): Promise<void> {
  const engine = lost ? { channels: new Map<string, Channel>(), bridges: [] } : await readEngine(voice);
  const { channels } = engine;
  for (const call of voice.calls.all()) {
    const gone = [...call.legs.values()].filter(({ channelId }) => !channels.has(channelId));
    // With the citizen's leg the call is over and takes the others along.
    const told = gone.some((leg) => leg === call.citizen) ? gone.filter((leg) => leg === call.citizen) : gone;
    for (const { channelId } of told) channelGone(voice, channelId, { cause: lost ? "engine" : "hang-up" });
  }
  if (lost) return;
  await removeStrays(voice, engine);
  await takeArrivals(voice, channels.values());
}
