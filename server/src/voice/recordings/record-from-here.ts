import { asSystem, type RecordingId } from "../../platform/index.ts";
import type { Call, Leg } from "../calls/call-record.ts";
import type { Voice } from "../voice.ts";
import { rawPathOf } from "./raw-path.ts";
import { insertRecording } from "./store.ts";

const BACK_WITHIN_MS = 2_000;

/**
 * A call that we dialled is recorded from its first word: ARI cannot start the recording, so the channel makes a detour through the
 * dialplan, which starts it and brings the channel back.
 */
export async function recordFromHere(voice: Voice, call: Call, leg: Leg): Promise<void> {
  const { channelId } = leg;
  const rawPath = rawPathOf(voice, channelId);
  await asSystem(voice.platform, "voice", (ctx) =>
    insertRecording(ctx, {
      id: ctx.ids.uuid<RecordingId>(),
      call,
      rawPath,
      startedAt: ctx.clock.now(),
    }),
  );
  const back = voice.ari.waitFor(
    "StasisStart",
    ({ channel, args }) => channel.id === channelId && args[0] === "recorded",
    BACK_WITHIN_MS,
  );
  leg.onDetour = true;
  try {
    await voice.ari.call("POST /channels/{channelId}/continue", {
      channelId,
      context: "vera-record",
      extension: "call",
      priority: 1,
    });
    await back;
  } catch (error) {
    voice.legEnded(channelId, { cause: "hang-up" }); // it ended on the way
    throw error;
  } finally {
    leg.onDetour = false;
  }
  call.recording = { state: "on", path: rawPath };
}
