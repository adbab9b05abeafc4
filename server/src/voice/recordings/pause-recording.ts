import type { RecordingMark } from "@vera/contracts/voice";
import { audit, DomainError, type UserId } from "../../platform/index.ts";
import type { Call } from "../calls/call-record.ts";
import { callChanged } from "../calls/screens.ts";
import type { Voice } from "../voice.ts";
import { readMarks, writeMarks } from "./store.ts";

/** While the citizen says what must not be kept, silence is written; the mark says from when to when. */
export async function pauseRecording(
  voice: Voice,
  { call, agentId, paused }: { call: Call; agentId: UserId; paused: boolean },
): Promise<void> {
  const { citizen } = call;
  if (call.recording.state === "off" || !citizen) {
    throw new DomainError("conflict", "This call is not recorded", { key: "notRecorded" });
  }
  if ((call.recording.state === "paused") === paused) return;
  await voice.recorder.muteRecording(citizen.channelId, paused);
  call.recording = { ...call.recording, state: paused ? "paused" : "on" };
  const at = voice.platform.clock.now();
  void call.journal.write("recording mark", async (ctx) => {
    const recording = await readMarks(ctx, call.interactionId);
    if (!recording) return;
    const second = Math.max(0, (at.getTime() - recording.startedAt.getTime()) / 1_000);
    await writeMarks(ctx, { id: recording.id, marks: marked(recording.marks, { second, paused }) });
    await audit(ctx, {
      action: paused ? "recording.paused" : "recording.resumed",
      tenantId: call.tenantId,
      subject: { kind: "recording", id: recording.id },
      detail: { agentId, second },
    });
  });
  callChanged(voice, call);
}

function marked(
  marks: readonly RecordingMark[],
  { second, paused }: { second: number; paused: boolean },
): RecordingMark[] {
  if (paused) return [...marks, { kind: "pause", fromSeconds: second, toSeconds: null }];
  return marks.map((mark) => (mark.toSeconds === null ? { ...mark, toSeconds: second } : mark));
}
