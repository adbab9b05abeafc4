import { asSystem, type RecordingId } from "../../platform/index.ts";
import type { Call, Leg } from "../calls/call-record.ts";
import type { Voice } from "../voice.ts";
import { rawPathOf } from "./raw-path.ts";
import { insertRecording } from "./store.ts";

/** A call that we dialled is recorded since its answer (voice.ts, OutboundOutcome); from here on it is known whose sound that is. */
export async function adoptRecording(voice: Voice, call: Call, citizen: Leg): Promise<void> {
  const rawPath = rawPathOf(voice, citizen.channelId);
  call.recording = { state: "on", path: rawPath };
  await asSystem(voice.platform, "voice", (ctx) =>
    insertRecording(ctx, { id: ctx.ids.uuid<RecordingId>(), call, rawPath, startedAt: ctx.clock.now() }),
  );
}
