import type { EndReason } from "@vera/contracts/conversations";
import { attachRecording, endInteraction } from "../../conversations/index.ts";
import { addJob, type Context } from "../../platform/index.ts";
import { destroyBridges, hangUp } from "../bridges/call-bridges.ts";
import { finishRecording } from "../recordings/finish-recording.ts";
import { closeRecordingRow } from "../recordings/store.ts";
import type { Voice } from "../voice.ts";
import { contactEnded } from "./agent-left.ts";
import { agentLegs, type Call, type CallEndReason } from "./call-record.ts";
import { callLeftDesk } from "./screens.ts";
import { markEnded } from "./store.ts";

export interface CallEnd {
  /** For conversations; null = the citizen hung up, unless the flow knows better. */
  readonly reason: EndReason | null;
  /** For the desks. */
  readonly shown: CallEndReason;
}

/** A flow that sees its caller leave ends within moments; it is not waited for longer than this. */
const FLOW_ENDS_WITHIN_MS = 3_000;
/** MixMonitor writes its last frames after the channel is gone. */
const RECORDING_SETTLES_MS = 1_500;

/** The citizen is gone: everything else of the call goes too. Runs once. */
export async function endCall(voice: Voice, call: Call, { reason, shown }: CallEnd): Promise<void> {
  if (call.phase === "ended") return;
  const at = voice.platform.clock.now();
  const legs = [...call.legs.values()];
  const agents = agentLegs(call);
  call.phase = "ended";
  call.endReason = shown;
  call.stop.abort();
  call.consult?.stop.abort();
  if (call.lostAgent) clearTimeout(call.lostAgent.timer);
  for (const segment of call.segments) segment.endedAt ??= at;
  voice.supervisions.endOf(call.interactionId);
  const because = await reasonOf(call, reason);
  if (because === "interrupted") void proposeCallback(voice, call);
  // An end that overtook the entry into the queue would lose the wait, and with it an abandoned call of the figures.
  call.journal.waitFor(() => voice.ports.routing.recorded());
  void call.journal.write("end", (ctx) => writeEnd(ctx, call, { reason: because, at }));
  for (const agentId of call.contacts) {
    callLeftDesk(voice, call, agentId);
    void contactEnded(voice, call, agentId);
  }
  // An offer that still rings is withdrawn by its queue; its desk loses the call here.
  for (const { agentId } of agents) if (agentId) callLeftDesk(voice, call, agentId);
  // What cannot be removed because Asterisk is away is removed when it is back (adopt.ts, removeStrays).
  await Promise.allSettled(legs.map((leg) => hangUp(voice, leg)));
  await destroyBridges(voice, call).catch((err: unknown) => {
    voice.log.warn({ err, interactionId: call.interactionId }, "bridges of an ended call stay for a while");
  });
  voice.calls.remove(call);
}

/** We lost somebody who had waited or talked: they are called back, if their queue does that. */
async function proposeCallback(voice: Voice, call: Call): Promise<void> {
  const { interactionId, tenantId, citizenId, queueId, peerNumber } = call;
  if (!queueId || !peerNumber || call.direction === "outbound") return;
  try {
    await call.journal.settled();
    const who = { interactionId, tenantId, citizenId, queueId, callerNumber: peerNumber };
    const wish = { ...who, number: peerNumber, priority: 10, topic: null };
    const answer = await voice.ports.routing.queue.request(wish);
    voice.log.info({ interactionId, answer }, "callback proposed to a citizen whose call was lost");
  } catch (err) {
    voice.log.error({ err, interactionId }, "no callback could be proposed");
  }
}

async function reasonOf(call: Call, given: EndReason | null): Promise<EndReason> {
  if (given) return given;
  const known = await Promise.race([call.flowRun ?? null, after(FLOW_ENDS_WITHIN_MS)]);
  return known ?? "citizen-left";
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
}

async function writeEnd(
  ctx: Context,
  call: Call,
  { reason, at }: { reason: EndReason; at: Date },
): Promise<void> {
  const { interactionId } = call;
  await endInteraction(ctx, { interactionId, reason, at });
  await markEnded(ctx, { interactionId, at });
  const recordingId = await closeRecordingRow(ctx, {
    interactionId,
    queueId: call.queueId,
    talkers: call.talkers,
  });
  if (!recordingId) return;
  await attachRecording(ctx, { interactionId, recordingId });
  const runAt = new Date(at.getTime() + RECORDING_SETTLES_MS);
  await addJob(ctx, finishRecording, { recordingId }, { key: `recording:${recordingId}`, runAt });
}
